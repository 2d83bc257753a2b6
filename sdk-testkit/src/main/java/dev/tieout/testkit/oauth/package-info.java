/**
 * The fake's OAuth 2.0 and OpenID server: consent, tokens, their rotation and their end.
 *
 * @since 0.1
 */
@NullMarked
package dev.tieout.testkit.oauth;

import org.jspecify.annotations.NullMarked;
