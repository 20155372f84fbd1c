package dev.windrose.api.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;
import org.springframework.web.util.UriUtils;

/** Maps what no controller answers to the web application. Addresses of the API are never pages, even unknown ones. */
@Component
class WebExportMapping extends AbstractHandlerMapping {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final List<String> RESERVED = List.of("/api/", "/actuator/", "/v3/", "/mcp/", "/error/");

    private final WebExport export;
    private final ContentPolicies policies;

    WebExportMapping(WebExport export, ContentPolicies policies) {
        this.export = export;
        this.policies = policies;
        setOrder(Ordered.LOWEST_PRECEDENCE - 100);
    }

    @Override
    protected @Nullable Object getHandlerInternal(HttpServletRequest request) {
        var path = UriUtils.decode(
                request.getRequestURI().substring(request.getContextPath().length()), StandardCharsets.UTF_8);
        if (!READING.contains(request.getMethod())
                || RESERVED.stream().anyMatch((path + "/")::startsWith)
                || export.isEmpty()) {
            return null;
        }
        return export.find(path)
                .map(asset -> send(asset, HttpServletResponse.SC_OK))
                .orElseGet(() -> missing(path));
    }

    private @Nullable SendAsset missing(String path) {
        if (path.startsWith("/_next/")) {
            return null;
        }
        return export.find("/404.html")
                .map(asset -> send(asset, HttpServletResponse.SC_NOT_FOUND))
                .orElse(null);
    }

    private SendAsset send(Asset asset, int status) {
        return new SendAsset(asset, status, policies.of(asset.name()));
    }
}
