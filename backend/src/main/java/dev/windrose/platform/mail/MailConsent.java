package dev.windrose.platform.mail;

import java.util.Collection;
import java.util.Map;

/** Knows the people outside and whether they may be written to. Implemented by the module that keeps them. */
public interface MailConsent {

    /** Those of the addresses, in lower case, that may not be written to, each with the reason. */
    Map<String, String> refused(Collection<String> addresses, MailPurpose purpose);

    /** @return false where nobody known has the address */
    boolean unsubscribed(String address);

    /** @return false where nobody known has the address */
    boolean bounced(String address);
}
