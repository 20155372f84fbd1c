package dev.windrose.records.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.TenantId;
import dev.windrose.records.TextKey;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The words that mean the same in a workspace. Other processes learn of a change within seconds. */
@Component
public class SynonymWords {

    private static final int GROUPS = 500;
    private static final int WORDS = 20;
    private static final int LONGEST = 80;

    private final SynonymStore store;
    private final Cache<TenantId, Synonyms> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(5))
            .build();

    SynonymWords(SynonymStore store) {
        this.store = store;
    }

    Synonyms current() {
        var tenant = ActorScope.current().tenant();
        var synonyms = known.getIfPresent(tenant);
        if (synonyms == null) {
            synonyms = new Synonyms(store.all());
            known.put(tenant, synonyms);
        }
        return synonyms;
    }

    @Transactional(readOnly = true)
    public List<List<String>> groups() {
        return store.all();
    }

    @Transactional
    public List<List<String>> replace(List<List<String>> groups) {
        Permissions.require(Operation.RUN, "import");
        if (groups.size() > GROUPS) {
            throw new AppException(CommonError.TOO_LONG, "At most %d groups of words.".formatted(GROUPS), "groups");
        }
        var kept = once(groups.stream().map(SynonymWords::checked).toList());
        store.replace(kept);
        var tenant = ActorScope.current().tenant();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.invalidate(tenant);
            }
        });
        return kept;
    }

    /** The same words in another order or spelling say nothing more. */
    private static List<List<String>> once(List<List<String>> groups) {
        var known = new HashSet<Set<String>>();
        return groups.stream()
                .filter(group -> known.add(group.stream().map(TextKey::of).collect(Collectors.toSet())))
                .toList();
    }

    private static List<String> checked(List<String> group) {
        var words = group.stream().map(String::strip).distinct().toList();
        if (words.size() < 2 || words.size() > WORDS) {
            throw new AppException(
                    CommonError.BAD_VALUE, "A group has two to %d words or phrases.".formatted(WORDS), "groups");
        }
        for (String word : words) {
            if (word.length() > LONGEST || Words.of(word).isEmpty()) {
                throw new AppException(
                        CommonError.BAD_VALUE,
                        "A word or phrase has letters or digits, and at most %d characters.".formatted(LONGEST),
                        "groups");
            }
        }
        return words;
    }
}
