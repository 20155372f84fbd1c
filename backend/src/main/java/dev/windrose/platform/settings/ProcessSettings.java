package dev.windrose.platform.settings;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What the process needs to know before it starts. */
@ConfigurationProperties("windrose")
public record ProcessSettings(
        @Setting("Port of the web application and the API.") @DefaultValue("8085")
        int port,

        @Setting("Address the process listens on.") @DefaultValue("127.0.0.1")
        String host,

        @Setting(
                "Address people use when a proxy stands in front. Its forwarded headers are trusted; with https, cookies are secure.")
        @Nullable
        URI publicUrl,

        @Setting(value = "Folder that holds everything of the workspace.", shownDefault = "~/.windrose") @Nullable
        Path data,

        @Setting(
                "External PostgreSQL, `postgresql://user:password@host:port/database`; the user needs CREATEROLE and BYPASSRLS.")
        @Nullable
        String databaseUrl,

        @Setting("Preferred port of the embedded PostgreSQL; another free one is taken if it is busy.")
        @DefaultValue("54329")
        int postgresPort,

        @Setting("Name of the database in the embedded PostgreSQL.") @DefaultValue("windrose")
        String databaseName,

        @Setting("Loads the demo world into a new workspace.") @DefaultValue("false")
        boolean demo) {

    public Path folder() {
        return data == null ? Path.of(System.getProperty("user.home"), ".windrose") : data;
    }

    /** The address to print and to put into links. */
    public URI address() {
        return publicUrl == null ? localAddress() : publicUrl;
    }

    /** The address as this machine itself reaches it. */
    public URI localAddress() {
        String name = host.equals("0.0.0.0") ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://%s:%d".formatted(name, port));
    }

    /** The same settings with the port the server really got, which differs when 0 was asked for. */
    public ProcessSettings withPort(int actual) {
        return new ProcessSettings(actual, host, publicUrl, data, databaseUrl, postgresPort, databaseName, demo);
    }

    public boolean secureCookies() {
        return publicUrl != null && "https".equals(publicUrl.getScheme());
    }
}
