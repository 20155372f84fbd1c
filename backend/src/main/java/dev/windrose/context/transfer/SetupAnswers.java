package dev.windrose.context.transfer;

import dev.windrose.context.transfer.Transfer.Kind;
import dev.windrose.context.transfer.Transfer.Status;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.people.People;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The answers of a person to the questions of the set-up, kept until they are taken over. */
@Component
public class SetupAnswers {

    private static final int LONGEST = 4_000;

    private final Transfers transfers;
    private final TransferStore store;
    private final TransferItemStore items;
    private final SetupAnswerStore answers;
    private final ProposeAnswers propose;
    private final CarryOut carryOut;

    SetupAnswers(
            Transfers transfers,
            TransferStore store,
            TransferItemStore items,
            SetupAnswerStore answers,
            ProposeAnswers propose,
            CarryOut carryOut) {
        this.transfers = transfers;
        this.store = store;
        this.items = items;
        this.answers = answers;
        this.propose = propose;
        this.carryOut = carryOut;
    }

    /** @param answer null where it was not answered yet */
    public record Asked(SetupQuestion question, @Nullable String answer, boolean skipped, List<TransferItem> items) {}

    /** @param transfer null before the first answer */
    public record Standing(@Nullable UUID transfer, List<Asked> questions) {}

    @Transactional(readOnly = true)
    public Standing current() {
        var transfer = open();
        Map<String, SetupAnswerStore.Answer> given =
                transfer.map(one -> answers.of(one.id())).orElse(Map.of());
        var proposed = transfer.map(one -> items.of(one.id())).orElse(List.of());
        return new Standing(
                transfer.map(Transfer::id).orElse(null),
                List.of(SetupQuestion.values()).stream()
                        .map(question -> {
                            var answer = given.get(question.wire());
                            return new Asked(
                                    question,
                                    answer == null ? null : answer.text(),
                                    answer != null && answer.skipped(),
                                    proposed.stream()
                                            .filter(item -> question.wire().equals(item.question()))
                                            .toList());
                        })
                        .toList());
    }

    /** An empty answer takes back the former one. */
    @Transactional
    public Standing answer(SetupQuestion question, String text, boolean skipped) {
        if (text.length() > LONGEST) {
            throw new AppException(
                    CommonError.TOO_LONG, "An answer has at most %,d characters.".formatted(LONGEST), "answer");
        }
        var transfer = open().orElseGet(() -> transfers.open(Kind.QUESTIONS, "Questions of the set-up"));
        store.lock(transfer.id());
        answers.put(transfer.id(), question.wire(), new SetupAnswerStore.Answer(text.strip(), skipped));
        List.of(SetupQuestion.values()).forEach(one -> items.forgetAnswer(transfer.id(), one.wire()));
        var said = new EnumMap<SetupQuestion, String>(SetupQuestion.class);
        answers.of(transfer.id()).forEach((name, answer) -> SetupQuestion.of(name)
                .filter(known -> !answer.skipped() && !answer.text().isBlank())
                .ifPresent(one -> said.put(one, answer.text())));
        propose.of(said).forEach(item -> items.put(transfer.id(), item));
        carryOut.plan(transfer);
        return current();
    }

    private Optional<Transfer> open() {
        return store.of(People.self(), 50).stream()
                .filter(transfer -> transfer.kind() == Kind.QUESTIONS && transfer.status() != Status.APPLIED)
                .findFirst();
    }
}
