package dev.windrose.api.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.http.HttpHeaders;
import org.springframework.web.HttpRequestHandler;

/** Answers one request with one file. */
record SendAsset(Asset asset, int status, String policy) implements HttpRequestHandler {

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, asset.cacheControl());
        response.setHeader(HttpHeaders.ETAG, asset.etag());
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (asset.isPage()) {
            protectPage(response);
        }
        if (asset.gzip().isPresent()) {
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
        if (asset.etag().equals(request.getHeader(HttpHeaders.IF_NONE_MATCH)) && status == HttpServletResponse.SC_OK) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setStatus(status);
        response.setContentType(asset.contentType());
        var body = asset.content();
        if (asset.brotli().isPresent() && accepts(request, "br")) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "br");
            body = asset.brotli().get();
        } else if (asset.gzip().isPresent() && accepts(request, "gzip")) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            body = asset.gzip().get();
        }
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    /** No referrer leaves the page: addresses of one-time links carry a secret. */
    private void protectPage(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
    }

    private static boolean accepts(HttpServletRequest request, String encoding) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null
                && Arrays.stream(accepted.split(","))
                        .anyMatch(one ->
                                one.strip().equals(encoding) || one.strip().startsWith(encoding + ";q=1"));
    }
}
