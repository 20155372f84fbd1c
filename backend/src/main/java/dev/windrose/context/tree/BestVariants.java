package dev.windrose.context.tree;

import dev.windrose.platform.id.ProductId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Chooses for each message of a tree the live wording that fits best. A wording for another segment, region or channel is never taken. Language counts
 * most, then segment, then region, then channel; of those that fit equally the one that began to hold last.
 */
@Component
public class BestVariants {

    private final MessageTrees trees;

    BestVariants(MessageTrees trees) {
        this.trees = trees;
    }

    @Transactional(readOnly = true)
    public List<BestVariant> best(
            ProductId product, @Nullable String segment, @Nullable String channel, @Nullable String language) {
        return trees.of(product)
                .map(tree -> of(tree, Wanted.of(segment, channel, language), trees.today()))
                .orElse(List.of());
    }

    /** In the order of the tree. Messages without a wording that fits are left out. */
    static List<BestVariant> of(ProductTree tree, Wanted wanted, LocalDate today) {
        return tree.originals()
                .flatMap(node -> of(node, wanted, today).stream())
                .toList();
    }

    private record Candidate(TreeNode node, int language, int segment, int region, int channel, List<String> why) {

        LocalDate since() {
            return node.entry().value("effective_from") instanceof LocalDate from ? from : LocalDate.MIN;
        }
    }

    static Optional<BestVariant> of(TreeNode original, Wanted wanted, LocalDate today) {
        var fitting = Stream.concat(Stream.of(original), original.variants().stream())
                .filter(node -> Proofs.live(node.entry(), today))
                .map(node -> candidate(node, original.id(), wanted))
                .filter(Objects::nonNull)
                .toList();
        return fitting.stream()
                .max(Comparator.comparingInt(Candidate::language)
                        .thenComparingInt(Candidate::segment)
                        .thenComparingInt(Candidate::region)
                        .thenComparingInt(Candidate::channel)
                        .thenComparing(Candidate::since)
                        .thenComparing(Comparator.comparing(
                                        (Candidate found) -> found.node().id())
                                .reversed()))
                .map(best -> new BestVariant(best.node(), original.id(), best.why()));
    }

    private static @Nullable Candidate candidate(TreeNode node, UUID original, Wanted wanted) {
        var why = new ArrayList<String>();
        int language = language(node, wanted.language(), why);
        int segment = among(texts(node, "segments"), wanted.segments(), "segment", why);
        int region = among(texts(node, "regions"), wanted.regions(), "region", why);
        String channel = String.valueOf(node.entry().values().getOrDefault("channel", ""));
        int said = among(
                channel.isBlank() ? List.of() : List.of(channel),
                wanted.channel() == null ? Set.of() : Set.of(wanted.channel()),
                "channel",
                why);
        if (segment < 0 || region < 0 || said < 0) {
            return null;
        }
        if (node.id().equals(original)) {
            why.add("It is the original wording.");
        }
        return new Candidate(node, language, segment, region, said, List.copyOf(why));
    }

    /** The very language, the same without the country, the language of the rest, another one. */
    private static int language(TreeNode node, @Nullable String wanted, List<String> why) {
        String own = String.valueOf(node.entry().values().getOrDefault("language", "en"));
        if (wanted == null || wanted.isBlank()) {
            return own.startsWith("en") ? 1 : 0;
        }
        if (own.equalsIgnoreCase(wanted)) {
            why.add("It is in the language asked for, %s.".formatted(own));
            return 3;
        }
        if (primary(own).equals(primary(wanted))) {
            why.add("It is in %s; %s was asked for.".formatted(own, wanted));
            return 2;
        }
        why.add("No wording in %s fits; this one is in %s.".formatted(wanted, own));
        return primary(own).equals("en") ? 1 : 0;
    }

    private static String primary(String tag) {
        return tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    }

    /** 2 where it is written for what is wanted, 1 where it is for everything, 0 where nothing is wanted, below where it is for something else. */
    private static int among(Collection<String> own, Set<String> wanted, String what, List<String> why) {
        if (own.isEmpty()) {
            if (!wanted.isEmpty()) {
                why.add("It is for every %s.".formatted(what));
            }
            return 1;
        }
        for (String one : own) {
            for (String other : wanted) {
                if (one.equalsIgnoreCase(other)) {
                    why.add("It is written for the %s %s.".formatted(what, one));
                    return 2;
                }
            }
        }
        return wanted.isEmpty() ? 0 : -1;
    }

    private static List<String> texts(TreeNode node, String field) {
        return node.entry().value(field) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
