package dev.windrose.integrations.smtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.subethamail.smtp.server.SSLSocketCreator;

/** Encrypts the way of mail by a certificate and its key, both in PEM files. They are read again once they are renewed. */
final class MailCertificate implements SSLSocketCreator {

    private static final Logger LOG = LoggerFactory.getLogger(MailCertificate.class);

    private final Path certificate;
    private final Path key;
    private Loaded loaded;

    private MailCertificate(Path certificate, Path key) throws IOException {
        this.certificate = certificate;
        this.key = key;
        this.loaded = load();
    }

    private record Loaded(FileTime certificate, FileTime key, SSLContext context) {}

    /**
     * Empty where neither file is named.
     *
     * @throws IllegalStateException where one is missing, or the two make no sense
     */
    static Optional<MailCertificate> of(String certificate, String key) {
        if (certificate.isBlank() && key.isBlank()) {
            return Optional.empty();
        }
        if (certificate.isBlank() || key.isBlank()) {
            throw new IllegalStateException("Name the certificate and its key, or neither");
        }
        try {
            return Optional.of(new MailCertificate(Path.of(certificate), Path.of(key)));
        } catch (IOException e) {
            throw new UncheckedIOException("The certificate or its key cannot be read", e);
        }
    }

    private Loaded load() throws IOException {
        var details =
                PemSslStoreDetails.forCertificate(Files.readString(certificate)).withPrivateKey(Files.readString(key));
        var context = SslBundle.of(new PemSslStoreBundle(details, null)).createSslContext();
        return new Loaded(Files.getLastModifiedTime(certificate), Files.getLastModifiedTime(key), context);
    }

    /** A renewal is two files, so the pair may not fit for a moment; what fitted before is good until it does. */
    private synchronized SSLContext context() {
        try {
            boolean same = Files.getLastModifiedTime(certificate).equals(loaded.certificate())
                    && Files.getLastModifiedTime(key).equals(loaded.key());
            if (!same) {
                loaded = load();
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("The renewed certificate for mail cannot be read; the one before is used", e);
        }
        return loaded.context();
    }

    @Override
    public SSLSocket createSSLSocket(Socket socket) throws IOException {
        var caller = (InetSocketAddress) socket.getRemoteSocketAddress();
        var encrypted = (SSLSocket)
                context().getSocketFactory().createSocket(socket, caller.getHostString(), socket.getPort(), true);
        encrypted.setUseClientMode(false);
        return encrypted;
    }
}
