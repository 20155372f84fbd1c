package dev.windrose.intake;

import dev.windrose.context.AnswerMessage.Telling;
import dev.windrose.context.ThreadMessage;
import dev.windrose.intake.Incoming.Source;
import dev.windrose.platform.error.AppException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the files of a message, one message in them after the other. A run that begins again tells what was decided and decides nothing twice. */
@Component
class AnswerFiles {

    private static final int LONGEST = 100_000;

    private final DroppedFiles dropped;
    private final Intake intake;
    private final IntakeStore store;
    private final AboutFiles about;
    private final TransactionTemplate transactions;

    AnswerFiles(
            DroppedFiles dropped,
            Intake intake,
            IntakeStore store,
            AboutFiles about,
            TransactionTemplate transactions) {
        this.dropped = dropped;
        this.intake = intake;
        this.store = store;
        this.about = about;
        this.transactions = transactions;
    }

    void answer(ThreadMessage message, Telling tell) {
        if (message.ui() != null && message.ui().get("files") instanceof List<?> files) {
            for (var file : files) {
                if (file instanceof Map<?, ?> named) {
                    read(
                            message,
                            UUID.fromString(String.valueOf(named.get("id"))),
                            String.valueOf(named.get("name")),
                            tell);
                }
            }
        }
    }

    private void read(ThreadMessage message, UUID id, String named, Telling tell) {
        DroppedFile file;
        try {
            file = dropped.read(id);
        } catch (AppException e) {
            note(tell, new Source(id, named, named, 1, 1, false), String.valueOf(e.getMessage()), false);
            return;
        }
        int of = file.messages().size();
        for (int at = 0; at < of; at++) {
            var one = file.messages().get(at);
            var source = new Source(id, file.name(), one.title(), at + 1, of, one.waits());
            try {
                take(message, one, source, tell);
            } catch (AppException e) {
                note(tell, source, String.valueOf(e.getMessage()), false);
            }
        }
        if (file.note() != null) {
            note(tell, new Source(id, file.name(), file.name(), 1, 1, false), file.note(), file.forImport());
        }
    }

    private void take(ThreadMessage message, DroppedFile.Message one, Source source, Telling tell) {
        if (one.leftOut() != null) {
            note(tell, source, one.leftOut(), false);
            return;
        }
        String key = "message:%s:%s:%d".formatted(message.id(), source.file(), source.index());
        var known = transactions.execute(_ -> store.byKey(key).orElse(null));
        if (known != null) {
            TellDecision.of(known.decision(), tell);
            return;
        }
        String text = one.text().length() > LONGEST ? one.text().substring(0, LONGEST) : one.text();
        var incoming = new Incoming(
                        text,
                        one.channel(),
                        one.receivedAt(),
                        one.author(),
                        false,
                        message.thread().value(),
                        null,
                        null,
                        key)
                .from(source);
        var decision = intake.take(incoming);
        TellDecision.of(decision, tell);
        about.keep(source.file(), one.attachments(), decision).forEach(refused -> note(tell, source, refused, false));
        if (text.length() < one.text().length()) {
            note(tell, source, "Only the first 100,000 characters were read.", false);
        }
    }

    private static void note(Telling tell, Source source, String text, boolean forImport) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("text", text);
        data.put("source", source.json());
        if (forImport) {
            data.put("hint", Map.of("code", "import", "href", "/imports"));
        }
        tell.event("note", data);
    }
}
