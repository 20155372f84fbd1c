package dev.windrose.intake.reading;

import dev.windrose.llm.language.Language;
import java.util.List;

/** A colleague writes in a language that is not read here, and nothing was read: better asked than passed over in silence. */
final class OtherLanguage {

    private static final int SHORTEST = 4;

    private final Reading reading;

    OtherLanguage(Reading reading) {
        this.reading = reading;
    }

    void ask() {
        boolean silent = reading.drafts.stream().allMatch(draft -> draft.withdrawn)
                && !reading.clarify
                && reading.answer == null
                && reading.intents.isEmpty()
                && !reading.message.fromOutside();
        if (silent
                && own().split("\\s+").length >= SHORTEST
                && Language.of(own()).equals(java.util.Optional.of(Language.OTHER))) {
            reading.ask(
                    "This is in a language that is not read here. What does it say that the record should hold, in English, German, French, "
                            + "Spanish or Portuguese?",
                    List.of());
        }
    }

    /** What the colleague says; what they pass on says itself. */
    private String own() {
        return String.join(
                " ",
                reading.statements.stream()
                        .filter(statement -> !statement.part.passedOn())
                        .map(statement -> statement.raw.strip())
                        .toList());
    }
}
