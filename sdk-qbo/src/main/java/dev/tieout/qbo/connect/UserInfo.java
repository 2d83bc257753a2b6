package dev.tieout.qbo.connect;

import java.util.Optional;

/**
 * Who connected, as Intuit's OpenID endpoint says; what is there depends on the scopes. Immutable. Match users by
 * {@code subject}; by e-mail address only if it is verified (QuickBooks fact P1.31).
 *
 * @param subject Intuit's id of the user
 * @param email the e-mail address
 * @param emailVerified whether Intuit verified it
 * @param givenName the first name
 * @param familyName the last name
 * @param phoneNumber the phone number
 */
public record UserInfo(
        String subject,
        Optional<String> email,
        boolean emailVerified,
        Optional<String> givenName,
        Optional<String> familyName,
        Optional<String> phoneNumber) {
    /** Names the subject only. */
    @Override
    public String toString() {
        return "UserInfo[subject=" + subject + "]";
    }
}
