package dev.windrose.platform.web;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.credentials.Credentials;
import dev.windrose.platform.credentials.StoredCredential;
import dev.windrose.platform.mail.MailServer;
import dev.windrose.platform.mail.MailServerChange;
import dev.windrose.platform.mail.MailServers;
import dev.windrose.platform.mail.OutboundMails;
import dev.windrose.platform.mail.TryMailServer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The server that takes mail of the workspace. Its password is never answered. */
@RestController
@RequestMapping("/api/v1/mail-server")
class MailServerController {

    private final MailServers servers;
    private final OutboundMails mails;
    private final Credentials credentials;
    private final TryMailServer tryOut;

    MailServerController(MailServers servers, OutboundMails mails, Credentials credentials, TryMailServer tryOut) {
        this.servers = servers;
        this.mails = mails;
        this.credentials = credentials;
        this.tryOut = tryOut;
    }

    record Password(String lastFour, Instant setAt, String setByName, boolean readable) {

        static @Nullable Password of(@Nullable StoredCredential stored) {
            return stored == null
                    ? null
                    : new Password(stored.lastFour(), stored.setAt(), stored.setByName(), stored.readable());
        }
    }

    /** @param waiting mails in the outbox that wait */
    record View(
            boolean configured,
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String security,
            @Nullable String userName,
            @Nullable Password password,
            @Nullable String fromAddress,
            @Nullable String fromName,
            @Nullable String replyTo,
            int waiting) {}

    record Trial(@Nullable String to) {}

    record Tried(boolean ok, @Nullable String sentTo) {}

    @GetMapping
    View get() {
        Permissions.require(Operation.MANAGE, "mail");
        return servers.find()
                .map(this::view)
                .orElseGet(() -> new View(false, null, null, null, null, null, null, null, null, mails.waiting()));
    }

    @PutMapping
    View change(@RequestBody MailServerChange body) {
        return view(servers.change(body));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove() {
        servers.remove();
    }

    @PostMapping("/test")
    Tried test(@RequestBody(required = false) @Nullable Trial body) {
        return new Tried(true, tryOut.run(body == null ? null : body.to()));
    }

    private View view(MailServer server) {
        return new View(
                true,
                server.host(),
                server.port(),
                server.security().wire(),
                server.userName(),
                Password.of(credentials.find(server.credential())),
                server.fromAddress(),
                server.fromName(),
                server.replyTo(),
                mails.waiting());
    }
}
