package dev.windrose.api.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** One file of the export with its compressed forms, ready to be sent many times. The build makes the smaller one, Brotli. */
record Asset(String name, byte[] content, Optional<byte[]> gzip, Optional<byte[]> brotli, String etag) {

    private static final Set<String> COMPRESSIBLE = Set.of("html", "js", "css", "txt", "svg", "json", "webmanifest");

    static Asset of(String name, byte[] content, Optional<byte[]> brotli) {
        var gzip = COMPRESSIBLE.contains(extension(name)) ? Optional.of(gzip(content)) : Optional.<byte[]>empty();
        return new Asset(name, content, gzip, brotli, "W/\"" + digest(content) + "\"");
    }

    boolean isPage() {
        return extension(name).equals("html");
    }

    String contentType() {
        return switch (extension(name)) {
            case "html" -> "text/html;charset=UTF-8";
            case "js" -> "text/javascript;charset=UTF-8";
            case "css" -> "text/css;charset=UTF-8";
            case "txt" -> "text/plain;charset=UTF-8";
            case "json" -> "application/json";
            case "webmanifest" -> "application/manifest+json";
            case "svg" -> "image/svg+xml";
            case "png" -> "image/png";
            case "ico" -> "image/x-icon";
            case "woff2" -> "font/woff2";
            default -> "application/octet-stream";
        };
    }

    /** Names below _next/static carry a hash of their content and never change. */
    String cacheControl() {
        return name.startsWith("_next/static/") ? "public, max-age=31536000, immutable" : "no-cache";
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static byte[] gzip(byte[] content) {
        var bytes = new ByteArrayOutputStream(content.length / 3 + 64);
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
