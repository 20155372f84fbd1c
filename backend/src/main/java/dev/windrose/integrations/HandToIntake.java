package dev.windrose.integrations;

import dev.windrose.intake.Incoming;
import dev.windrose.intake.Intake;
import dev.windrose.intake.Prepared;
import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorKind;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.mail.OutboundMail;
import dev.windrose.platform.mail.OutboundMails;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.Person;
import dev.windrose.platform.people.Workspaces;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets intake read a message as what it is: the word of an employee, or of somebody outside. */
@Component
class HandToIntake {

    private static final int LONGEST = 100_000;

    private final Intake intake;
    private final People people;
    private final OutboundMails mails;
    private final Workspaces workspaces;
    private final KeepMeeting meetings;
    private final KeepAlert alerts;

    HandToIntake(
            Intake intake,
            People people,
            OutboundMails mails,
            Workspaces workspaces,
            KeepMeeting meetings,
            KeepAlert alerts) {
        this.intake = intake;
        this.people = people;
        this.mails = mails;
        this.workspaces = workspaces;
        this.meetings = meetings;
        this.alerts = alerts;
    }

    /** A message as intake is to read it, and in whose name: null for the product's own. */
    record Handed(Prepared prepared, @Nullable Actor writer) {}

    /** Whether it takes long to hand a message over, so that it is done before the transaction in which it is decided. */
    boolean takesLong(ParsedMessage parsed, boolean provesSender) {
        return intake.asksModel() || provesSender && intake.takesLong(Incoming.chat(parsed.text(), null, ""));
    }

    Handed hand(ReceivedMessage message, ParsedMessage parsed, boolean provesSender) {
        var sender = sender(parsed);
        // Words that somebody else has changed are nobody's proved words.
        boolean proved = provesSender && sender.isPresent() && message.editedText() == null;
        var incoming = incoming(message, parsed, proved ? Optional.empty() : sender, false);
        var writer = proved ? actor(sender.get()) : null;
        return new Handed(within(writer, () -> intake.prepare(incoming)), writer);
    }

    /** @return the decision; the same for the same message, however often */
    Map<String, @Nullable Object> decide(ReceivedMessage message, ParsedMessage parsed, Handed handed) {
        var decision = within(handed.writer(), () -> intake.take(handed.prepared()));
        if (parsed.meeting() != null && message.editedText() == null) {
            meetings.keep(parsed.meeting(), UUID.fromString(String.valueOf(decision.get("prompt_log_id"))));
        }
        return decision;
    }

    private static <T> T within(@Nullable Actor writer, Supplier<T> work) {
        return writer == null ? work.get() : ActorScope.call(writer, work::get);
    }

    /** @return what became of an alert, in a sentence; empty for everything else */
    Optional<String> alert(ReceivedMessage message, ParsedMessage parsed) {
        return Optional.ofNullable(parsed.about()).map(about -> alerts.keep(message.id(), parsed, about));
    }

    /** What would be decided, as far as the actor may see. */
    Map<String, @Nullable Object> draft(ReceivedMessage message, ParsedMessage parsed) {
        return intake.take(incoming(message, parsed, sender(parsed), true));
    }

    /** What intake does not read of a message, in a sentence; null where it reads all. */
    @Nullable
    String leftUnread(ReceivedMessage message, ParsedMessage parsed) {
        int length = words(message, parsed).length();
        var cut =
                length > LONGEST ? "Only the first %,d of %,d characters were read.".formatted(LONGEST, length) : null;
        var said = Stream.of(cut, parsed.remark()).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return said.isEmpty() ? null : said;
    }

    private static String words(ReceivedMessage message, ParsedMessage parsed) {
        var edited = message.editedText();
        return edited == null ? parsed.text() : edited;
    }

    private Optional<Person> sender(ParsedMessage parsed) {
        return Optional.ofNullable(parsed.sender())
                .flatMap(party -> people.findByEmail(party.address()))
                .filter(Person::active);
    }

    private Incoming incoming(ReceivedMessage message, ParsedMessage parsed, Optional<Person> author, boolean dryRun) {
        var text = words(message, parsed);
        var about = mails.withMessageIds(parsed.answers()).stream()
                .filter(mail -> mail.recordId() != null)
                .findFirst();
        return new Incoming(
                        text.length() > LONGEST ? text.substring(0, LONGEST) : text,
                        parsed.channel(),
                        message.receivedAt()
                                .atZone(ZoneId.of(workspaces.current().timeZone()))
                                .toOffsetDateTime(),
                        author.map(Person::email).orElse(null),
                        dryRun,
                        dryRun ? null : thread(parsed),
                        about.map(OutboundMail::recordType).orElse(null),
                        about.map(OutboundMail::recordId).orElse(null),
                        "received:" + message.id())
                .asked(new Incoming.Asked(message.wanted(), message.receivedAt()));
    }

    /** What belongs together there belongs together here. */
    private static @Nullable UUID thread(ParsedMessage parsed) {
        String named = ActorScope.current().tenant() + " " + parsed.channel() + " " + parsed.thread();
        return parsed.thread() == null ? null : UUID.nameUUIDFromBytes(named.getBytes(StandardCharsets.UTF_8));
    }

    private static Actor actor(Person person) {
        var tenant = ActorScope.current().tenant();
        return new Actor(tenant, person.id(), person.name(), ActorKind.PERSON, person.role(), Actor.ALL_SCOPES);
    }
}
