package dev.windrose.platform.access;

import dev.windrose.platform.settings.ProcessSettings;
import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where links point. Never taken from the Host header, or a caller could make links in messages point elsewhere. */
@Component
public class PublicAddress {

    private final ProcessSettings settings;
    private final Environment environment;

    PublicAddress(ProcessSettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /** A reverse proxy stands in front, so that even distant callers come from a near address. */
    public boolean behindProxy() {
        return settings.publicUrl() != null;
    }

    public boolean secure() {
        return settings.secureCookies();
    }

    /** Where a path of the application is reached from outside. */
    public String of(String path) {
        int port = environment.getProperty("local.server.port", Integer.class, settings.port());
        return at(settings.withPort(port).address(), path);
    }

    String link(LinkKind kind, String token) {
        return of(path(kind, token));
    }

    static String path(LinkKind kind, String token) {
        return kind == LinkKind.SETUP ? "/setup?token=" + token : "/link/" + token;
    }

    static String at(URI address, String path) {
        return address.toString().replaceAll("/+$", "") + path;
    }
}
