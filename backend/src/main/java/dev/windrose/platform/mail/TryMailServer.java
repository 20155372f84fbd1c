package dev.windrose.platform.mail;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.Ids;
import dev.windrose.platform.people.EmailAddress;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.Person;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows at once whether the server takes mail: signs in, and sends one to whoever asks. */
@Component
public class TryMailServer {

    private final MailServers servers;
    private final HandOver handOver;
    private final People people;
    private final Clock clock;

    TryMailServer(MailServers servers, HandOver handOver, People people, Clock clock) {
        this.servers = servers;
        this.handOver = handOver;
        this.people = people;
        this.clock = clock;
    }

    /** @return where the mail went, if there was an address for it */
    public @Nullable String run(@Nullable String to) {
        Permissions.require(Operation.MANAGE, "mail");
        var server = servers.find()
                .orElseThrow(() ->
                        new AppException(MailError.NO_MAIL_SERVER, "Save the settings of the mail server first."));
        handOver.tryOut(server);
        String address = to == null || to.isBlank() ? own() : EmailAddress.normalise(to);
        if (address == null) {
            return null;
        }
        if (!EmailAddress.valid(address)) {
            throw new AppException(CommonError.BAD_VALUE, "This is not a mail address.", "to");
        }
        return switch (handOver.send(sample(address, server), server)) {
            case HandOver.Result.Taken() -> address;
            case HandOver.Result.Later(String reason) -> throw refused(reason);
            case HandOver.Result.Refused(String reason) -> throw refused(reason);
        };
    }

    private static AppException refused(String reason) {
        return new AppException(MailError.MAIL_SERVER_REFUSED, reason);
    }

    private @Nullable String own() {
        return Optional.ofNullable(ActorScope.current().person())
                .flatMap(people::find)
                .map(Person::email)
                .orElse(null);
    }

    private OutboundMail sample(String to, MailServer server) {
        var id = Ids.next();
        String domain = server.fromAddress().substring(server.fromAddress().indexOf('@') + 1);
        return new OutboundMail(
                id,
                MailStatus.SENDING,
                MailPurpose.SERVICE,
                "<" + id + "@" + domain + ">",
                List.of(to),
                List.of(),
                List.of(),
                "Windrose can send mail",
                "This mail was sent to try the settings of the mail server.",
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                ActorScope.current().name(),
                clock.instant(),
                null,
                0,
                null,
                List.of());
    }
}
