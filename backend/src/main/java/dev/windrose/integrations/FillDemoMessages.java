package dev.windrose.integrations;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.access.DemoWorkspace;
import dev.windrose.platform.mail.NewMail;
import dev.windrose.platform.mail.OutboundMails;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives the demo workspace a form, messages that came through it, and mail that waits in the outbox. */
@Component
@Order(DemoWorkspace.ORDER + 30)
class FillDemoMessages implements ApplicationRunner {

    private static final List<String> FORMS = List.of(
            "{\"name\":\"Ines Halvorsen\",\"email\":\"ines@tarnbrook.example\",\"company\":\"Tarnbrook Dairy\","
                    + "\"message\":\"We would like to see a demo in the second week of next month.\"}",
            "{\"name\":\"Pavel Orne\",\"email\":\"pavel@orne.example\",\"message\":\"Do you have a price list for schools?\"}");
    private static final Map<String, String> MAILS =
            Map.of("ines@tarnbrook.example", "Your demo", "pavel@orne.example", "Prices for schools");

    private final DemoWorkspace workspace;
    private final Connections connections;
    private final ReceiveMessages door;
    private final OutboundMails mails;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FillDemoMessages(
            DemoWorkspace workspace,
            Connections connections,
            ReceiveMessages door,
            OutboundMails mails,
            TransactionTemplate transaction,
            Clock clock) {
        this.workspace = workspace;
        this.connections = connections;
        this.door = door;
        this.mails = mails;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        workspace.owner().ifPresent(owner -> ActorScope.run(owner, this::fill));
    }

    /** Does nothing where there is a source already. */
    void fill() {
        transaction.executeWithoutResult(_ -> {
            if (connections.all().isEmpty()) {
                var thanks = Map.<String, Object>of("thanks", "Thank you. We will write to you.");
                var form = connections.create(
                        new ConnectionChange("web_form", "Contact form", thanks, null, null, null, null));
                door.take(form, FORMS.stream().map(this::received).toList(), null);
                MAILS.forEach((to, subject) -> mails.write(NewMail.personal(
                        List.of(to), subject, "Thank you for your message.\n\nI will call you on Thursday.")));
            }
        });
    }

    private RawMessage received(String form) {
        byte[] body = form.getBytes(StandardCharsets.UTF_8);
        return new RawMessage(RawMessage.idOf(body), clock.instant(), "application/json", body, RawMessage.FRESH);
    }
}
