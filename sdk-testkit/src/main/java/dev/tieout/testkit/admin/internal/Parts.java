package dev.tieout.testkit.admin.internal;

import dev.tieout.testkit.fault.Faults;
import dev.tieout.testkit.gateway.internal.Companies;
import dev.tieout.testkit.history.History;
import dev.tieout.testkit.oauth.OauthServer;
import dev.tieout.testkit.throttle.Throttle;
import dev.tieout.testkit.webhook.Webhooks;
import java.time.Clock;

/**
 * What the admin endpoint steers.
 *
 * @param companies the companies
 * @param oauth the OAuth server
 * @param faults the faults on purpose
 * @param history the history
 * @param throttle the limits
 * @param webhooks the webhooks
 * @param clock the fake's clock
 * @param reset puts everything back to the start
 */
public record Parts(
        Companies companies,
        OauthServer oauth,
        Faults faults,
        History history,
        Throttle throttle,
        Webhooks webhooks,
        Clock clock,
        Runnable reset) {}
