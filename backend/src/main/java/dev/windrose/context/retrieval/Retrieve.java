package dev.windrose.context.retrieval;

import dev.windrose.context.retrieval.FuseScores.Fused;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds passages that answer a question, by words and by meaning, among what the actor in scope may see. */
@Component
public class Retrieve {

    /** So many of each kind are put into one order. */
    static final int DEPTH = 60;

    private final FindScope scopes;
    private final ChunkIndexes indexes;
    private final AskMeaning meaning;
    private final ReadPassages read;
    private final SentenceStore sentences;
    private final OwnNewWords own;
    private final TransactionTemplate transactions;

    Retrieve(
            FindScope scopes,
            ChunkIndexes indexes,
            AskMeaning meaning,
            ReadPassages read,
            SentenceStore sentences,
            OwnNewWords own,
            TransactionTemplate transactions) {
        this.scopes = scopes;
        this.indexes = indexes;
        this.meaning = meaning;
        this.read = read;
        this.sentences = sentences;
        this.own = own;
        this.transactions = transactions;
    }

    /** Best first; empty where nothing has any of the words and nothing was read for its meaning. */
    public List<Passage> find(Question question) {
        return find(question, Ways.BOTH);
    }

    /** By which of the two ways, to compare them. */
    enum Ways {
        BOTH,
        WORDS,
        MEANING
    }

    List<Passage> find(Question question, Ways ways) {
        check(question);
        own.await();
        var index = indexes.answering();
        if (index.isEmpty() || question.text().isBlank()) {
            return List.of();
        }
        var passages = once(question, ways, index.get());
        if (passages.lost()) {
            // Rights were taken away within the last seconds: what was remembered of them is asked for again.
            scopes.forget();
            passages = once(question, ways, index.get());
        }
        return passages.passages();
    }

    private ReadPassages.Found once(Question question, Ways ways, ChunkIndex index) {
        var scope = transactions.execute(_ -> scopes.of(question));
        int depth = Math.max(DEPTH, 2 * question.most());
        Set<String> words = ChunkWords.asked(question.text());
        var byWords = ways == Ways.MEANING ? List.<ChunkIndex.Hit>of() : index.words(scope, question.text(), depth);
        var asked = ways == Ways.WORDS || scope.empty() ? null : meaning.read(question.text());
        var byMeaning = asked == null ? List.<VectorIndex.Near>of() : meaning.near(asked, scope, depth);
        List<Fused> first = FuseScores.of(byWords, byMeaning);
        return transactions.execute(_ -> {
            var order = asked == null ? first : closer(first, byWords, asked);
            return read.of(order, scope, words, question.most());
        });
    }

    private List<Fused> closer(List<Fused> order, List<ChunkIndex.Hit> words, AskMeaning.Asked asked) {
        var best = order.stream()
                .limit(NearestSentence.LOOKED_AT)
                .map(Fused::chunk)
                .toList();
        return NearestSentence.first(order, words, sentences.of(best, asked.encoder()), asked.vector());
    }

    private static void check(Question question) {
        if (question.text().length() > Question.LONGEST) {
            throw new AppException(
                    CommonError.TOO_LONG, "A question has at most %,d characters.".formatted(Question.LONGEST), "text");
        }
        if (question.most() < 1 || question.most() > Question.MOST) {
            throw new AppException(
                    CommonError.BAD_VALUE, "The limit lies between 1 and %d.".formatted(Question.MOST), "limit");
        }
    }
}
