package dev.windrose.intake.reading;

import dev.windrose.llm.language.Language;
import java.util.List;
import java.util.Optional;

/**
 * A colleague writes in a language that is not read here, and nothing was read but that people spoke with each other: better asked than passed over in
 * silence. Single words of such a language are known, and what stands clearly in them is read.
 */
final class OtherLanguage {

    private static final int SHORTEST = 4;

    private final Reading reading;

    OtherLanguage(Reading reading) {
        this.reading = reading;
    }

    void ask() {
        boolean silent =
                reading.drafts.stream().allMatch(draft -> draft.withdrawn || draft.entity.equals("interaction"))
                        && !reading.clarify
                        && reading.answer == null
                        && !reading.message.fromOutside();
        if (silent && other()) {
            reading.ask(
                    "This is in a language that is not read here. What does it say that the record should hold, in English, German, French, "
                            + "Spanish or Portuguese?",
                    List.of());
        }
    }

    private boolean other() {
        String own = own();
        return own.split("\\s+").length >= SHORTEST && Language.of(own).equals(Optional.of(Language.OTHER));
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
