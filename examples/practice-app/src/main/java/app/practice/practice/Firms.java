package app.practice.practice;

import dev.tieout.TenantId;
import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Component;

/** The firms that use the app. A user's name ends in the firm's: {@code ada@harbor}. */
@Component
public class Firms {
    private static final TenantId HARBOR = TenantId.of("harbor");
    private static final TenantId QUAY = TenantId.of("quay");

    /** All of them. */
    public List<TenantId> all() {
        return List.of(HARBOR, QUAY);
    }

    /** The firm of whoever is signed in. */
    public TenantId of(Principal user) {
        String name = user.getName();
        return TenantId.of(name.substring(name.indexOf('@') + 1));
    }
}
