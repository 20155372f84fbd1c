package dev.windrose.records.web;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a caller says of a write beside its body. */
record WriteOptions(
        boolean dryRun,
        @Nullable String idempotencyKey,
        @Nullable Long ifMatch) {

    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"?(\\d{1,18})\"?");

    static WriteOptions of(HttpServletRequest request) {
        return new WriteOptions(
                "true".equals(request.getParameter("dry_run")),
                request.getHeader("Idempotency-Key"),
                version(request.getHeader("If-Match")));
    }

    long requiredVersion() {
        if (ifMatch == null) {
            throw new AppException(
                    CommonError.VERSION_REQUIRED,
                    "Say in If-Match which version you have seen, for example \"3\".",
                    "If-Match");
        }
        return ifMatch;
    }

    private static @Nullable Long version(@Nullable String header) {
        if (header == null) {
            return null;
        }
        var version = VERSION.matcher(header.strip());
        if (!version.matches()) {
            throw new AppException(
                    CommonError.BAD_VALUE,
                    "If-Match takes the version as the ETag shows it, for example \"3\".",
                    "If-Match");
        }
        return Long.valueOf(version.group(1));
    }
}
