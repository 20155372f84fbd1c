package dev.windrose.platform.access;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Under which address people reach this process: {@code windrose.public-url}, else where it listens. Never the Host header, or a caller
 * could make links in messages point elsewhere.
 */
@Component
public class PublicAddress {

    private final String publicUrl;
    private final Environment environment;

    PublicAddress(@Value("${windrose.public-url:}") String publicUrl, Environment environment) {
        this.publicUrl = publicUrl.replaceAll("/+$", "");
        this.environment = environment;
    }

    /** A reverse proxy stands in front, whose forwarded headers may be trusted. */
    public boolean behindProxy() {
        return !publicUrl.isEmpty();
    }

    public boolean secure() {
        return publicUrl.startsWith("https://");
    }

    public String url() {
        if (behindProxy()) {
            return URI.create(publicUrl).toString();
        }
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8085"));
        String host = environment.getProperty("server.address", "127.0.0.1");
        return "http://" + (host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host) + ":" + port;
    }

    public String link(LinkKind kind, String token) {
        return url() + path(kind, token);
    }

    static String path(LinkKind kind, String token) {
        return (kind == LinkKind.SETUP ? "/setup" : "/link") + "?token=" + token;
    }
}
