package dev.windrose.intake.names;

import dev.windrose.intake.names.NameHit.Strength;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Names by their words: whole names, short forms, beginnings and near misses. Safe for readers beside one writer. */
public final class NameIndex {

    /** A word shared by more names than this says nothing by itself. */
    private static final int COMMON = 40;

    private final Map<String, NameEntry> entries;
    private final TreeMap<String, List<NameEntry>> byWord;
    /** Names of this one word. */
    private final Map<String, List<NameEntry>> alone;

    private final Spellings spellings;
    private final ReentrantReadWriteLock lock;
    private final UnaryOperator<List<NameHit>> shown;

    public NameIndex() {
        entries = new LinkedHashMap<>();
        byWord = new TreeMap<>();
        alone = new HashMap<>();
        spellings = new Spellings();
        lock = new ReentrantReadWriteLock();
        shown = UnaryOperator.identity();
    }

    private NameIndex(NameIndex whole, UnaryOperator<List<NameHit>> shown) {
        entries = whole.entries;
        byWord = whole.byWord;
        alone = whole.alone;
        spellings = whole.spellings;
        lock = whole.lock;
        this.shown = shown;
    }

    /** The same names for a reader of texts who does not know all of them. */
    public NameIndex showing(UnaryOperator<List<NameHit>> known) {
        return new NameIndex(this, known);
    }

    public void put(NameEntry entry) {
        write(() -> {
            drop(entry.type() + entry.id());
            entries.put(entry.type() + entry.id(), entry);
            for (var word : Set.copyOf(entry.words())) {
                byWord.computeIfAbsent(word, key -> {
                            spellings.add(key);
                            return new ArrayList<>(1);
                        })
                        .add(entry);
            }
            if (entry.words().size() == 1) {
                alone.computeIfAbsent(entry.words().getFirst(), _ -> new ArrayList<>(1))
                        .add(entry);
            }
        });
    }

    public void remove(String type, String id) {
        write(() -> drop(type + id));
    }

    public int size() {
        return read(entries::size);
    }

    private void drop(String key) {
        var old = entries.remove(key);
        if (old == null) {
            return;
        }
        for (var word : Set.copyOf(old.words())) {
            if (dropLast(byWord, word, old)) {
                spellings.remove(word);
            }
        }
        if (old.words().size() == 1) {
            dropLast(alone, old.words().getFirst(), old);
        }
    }

    /** By identity: words like "company" have a list of all records, and comparing ids would read every one of them. */
    private static boolean dropLast(Map<String, List<NameEntry>> lists, String word, NameEntry old) {
        var list = lists.get(word);
        if (list == null) {
            return false;
        }
        for (int i = list.size() - 1; i >= 0; i--) {
            if (list.get(i) == old) {
                list.remove(i);
                break;
            }
        }
        return list.isEmpty() && lists.remove(word) != null;
    }

    /** Entries whose name has the word at this place of the text, with what else of it follows there. */
    public List<NameHit> at(List<String> words, int from) {
        List<NameHit> found = read(() -> {
            var hits = new ArrayList<NameHit>();
            boolean common = byWord.getOrDefault(words.get(from), List.of()).size() > COMMON;
            for (var entry : common ? shortlist(words, from) : byWord.getOrDefault(words.get(from), List.of())) {
                var hit = match(entry, words, from);
                if (hit != null && !(common && hit.count() < 2 && hit.strength() != Strength.FULL)) {
                    hits.add(hit);
                }
            }
            return hits;
        });
        return shown.apply(found);
    }

    /** A common word counts only as a whole name or with the next word, so the names of the rarer of the two are enough. */
    private List<NameEntry> shortlist(List<String> words, int from) {
        var all = byWord.getOrDefault(words.get(from), List.of());
        int next = from + 1;
        while (next < words.size() && words.get(next).equals("and")) {
            next++;
        }
        var following = next < words.size() ? byWord.getOrDefault(words.get(next), List.of()) : List.<NameEntry>of();
        if (following.size() >= all.size()) {
            return all;
        }
        var few = new ArrayList<>(alone.getOrDefault(words.get(from), List.of()));
        few.addAll(following);
        return few;
    }

    private static @org.jspecify.annotations.Nullable NameHit match(NameEntry entry, List<String> words, int from) {
        var name = entry.words();
        int first = name.indexOf(words.get(from));
        if (first < 0) {
            return null;
        }
        int count = 0;
        int named = first;
        int at = from;
        while (named < name.size() && at < words.size()) {
            if (words.get(at).equals("and") && count > 0) {
                at++;
                continue;
            }
            if (!words.get(at).equals(name.get(named))) {
                break;
            }
            at++;
            named++;
            count = at - from;
        }
        int matched = named - first;
        if (matched == name.size()) {
            return new NameHit(entry, from, count, Strength.FULL);
        }
        if (entry.is("contact")) {
            boolean last = named == name.size();
            return first == 0
                    ? new NameHit(entry, from, count, Strength.FIRST)
                    : last ? new NameHit(entry, from, count, Strength.LAST) : null;
        }
        return new NameHit(entry, from, count, first == 0 ? Strength.LEADING : Strength.INNER);
    }

    /** The best entries for what a person has typed so far; every word may be unfinished or misspelt. */
    public List<ScoredName> search(String typed, Collection<String> types, int limit) {
        var words = NameEntry.words(typed);
        if (words.isEmpty() || words.getFirst().isBlank()) {
            return List.of();
        }
        return read(() -> {
            var scores = new LinkedHashMap<NameEntry, Double>();
            for (int i = 0; i < words.size(); i++) {
                int place = i;
                var found = new LinkedHashMap<NameEntry, Double>();
                candidates(words.get(i)).forEach((word, score) -> byWord.getOrDefault(word, List.of())
                        .forEach(entry -> {
                            if (types.isEmpty() || types.contains(entry.type())) {
                                double bonus = entry.words().indexOf(word) == place ? 0.25 : 0;
                                found.merge(entry, score + bonus, Math::max);
                            }
                        }));
                if (i == 0) {
                    scores.putAll(found);
                } else {
                    scores.keySet().retainAll(found.keySet());
                    scores.replaceAll((entry, score) -> score + found.get(entry));
                }
            }
            return scores.entrySet().stream()
                    .map(found -> new ScoredName(
                            found.getKey(),
                            found.getValue() / words.size()
                                    - 0.01 * found.getKey().words().size()))
                    .sorted(Comparator.comparingDouble(ScoredName::score)
                            .reversed()
                            .thenComparing(scored -> scored.entry().name()))
                    .limit(limit)
                    .toList();
        });
    }

    private Map<String, Double> candidates(String word) {
        var found = new LinkedHashMap<String, Double>();
        if (byWord.containsKey(word)) {
            found.put(word, 1.0);
        }
        for (var key : byWord.tailMap(word, false).keySet()) {
            if (!key.startsWith(word) || found.size() > 400) {
                break;
            }
            found.put(key, 0.6 + 0.3 * word.length() / key.length());
        }
        if (found.isEmpty() && word.length() >= 4) {
            spellings.near(word).forEach(near -> found.put(near, 0.5));
        }
        return found;
    }

    /** Words of the index one slip of the hand away. */
    public List<String> near(String word) {
        return read(() -> spellings.near(word));
    }

    /** How many names hold the word. */
    public int count(String word) {
        return read(() -> byWord.getOrDefault(word, List.of()).size());
    }

    private <T> T read(Supplier<T> work) {
        lock.readLock().lock();
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private void write(Runnable work) {
        lock.writeLock().lock();
        try {
            work.run();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
