package dev.windrose.integrations.smtp;

import dev.windrose.platform.id.TenantId;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The address of a connection. It names workspace and connection, so nothing has to be looked up over all workspaces, and nobody guesses it. */
record InboundAddress(TenantId tenant, UUID connection) {

    private static final Pattern FORM =
            Pattern.compile("([a-z0-9]{1,25})\\.([a-z0-9]{1,25})(?:\\+[^@]*)?@([a-z0-9.-]+)");
    private static final int LETTERS = 36;

    String text(String domain) {
        return text(tenant.value()) + "." + text(connection) + "@" + domain;
    }

    /** Empty for an address that is none of ours. */
    static Optional<InboundAddress> of(String address, String domain) {
        var parts = FORM.matcher(address.toLowerCase(Locale.ROOT));
        return parts.matches() && parts.group(3).equals(domain.toLowerCase(Locale.ROOT))
                ? Optional.of(new InboundAddress(new TenantId(id(parts.group(1))), id(parts.group(2))))
                : Optional.empty();
    }

    private static String text(UUID id) {
        return new BigInteger(id.toString().replace("-", ""), 16).toString(LETTERS);
    }

    private static UUID id(String text) {
        var number = new BigInteger(text, LETTERS);
        return new UUID(number.shiftRight(Long.SIZE).longValue(), number.longValue());
    }
}
