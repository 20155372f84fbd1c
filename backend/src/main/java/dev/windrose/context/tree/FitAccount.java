package dev.windrose.context.tree;

import dev.windrose.context.tree.AccountFit.Answered;
import dev.windrose.context.tree.AccountFit.OfProduct;
import dev.windrose.context.tree.AccountFit.Spoken;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.records.RecordData;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Chooses for an account the messages of the products it talks about, in the wording for it, beside the objections it raised. */
@Component
public class FitAccount {

    private static final int MOST_OBJECTIONS = 50;

    /** Countries with one language of business; where there are several, nothing is concluded. */
    private static final Map<String, String> LANGUAGES = Map.ofEntries(
            Map.entry("DE", "de"),
            Map.entry("AT", "de"),
            Map.entry("FR", "fr"),
            Map.entry("ES", "es"),
            Map.entry("MX", "es"),
            Map.entry("IT", "it"),
            Map.entry("NL", "nl"),
            Map.entry("SE", "sv"),
            Map.entry("NO", "nb"),
            Map.entry("DK", "da"),
            Map.entry("PL", "pl"),
            Map.entry("PT", "pt"),
            Map.entry("BR", "pt-BR"),
            Map.entry("JP", "ja"),
            Map.entry("US", "en"),
            Map.entry("GB", "en"));

    private final Records records;
    private final MessageTrees trees;

    FitAccount(Records records, MessageTrees trees) {
        this.records = records;
        this.trees = trees;
    }

    /** @param language null to conclude it from the country */
    @Transactional(readOnly = true)
    public AccountFit of(UUID company, @Nullable String language, @Nullable String channel) {
        Permissions.require(Operation.READ, "company");
        Permissions.require(Operation.READ, CompleteTree.TREE);
        var account = records.get("company", company);
        var why = new ArrayList<String>();
        var wanted = wanted(account, language, channel, why);
        var today = trees.today();
        var products = new ArrayList<OfProduct>();
        var nodes = new LinkedHashMap<UUID, List<TreeNode>>();
        var languages = new TreeSet<String>();
        var channels = new TreeSet<String>();
        for (var found : chosen(company)) {
            var tree = trees.get(found.tree().id());
            products.add(new OfProduct(
                    found.product(), tree.tree().id(), found.why(), BestVariants.of(tree, wanted, today)));
            nodes.put(found.product().id(), live(tree, today));
            tree.all().filter(node -> Proofs.live(node.entry(), today)).forEach(node -> {
                languages.add(String.valueOf(node.entry().values().getOrDefault("language", "en")));
                if (node.entry().value("channel") instanceof String said) {
                    channels.add(said);
                }
            });
        }
        return new AccountFit(
                account, wanted, why, new Spoken(languages, channels), products, objections(company, nodes));
    }

    private static List<TreeNode> live(ProductTree tree, LocalDate today) {
        return tree.originals().filter(node -> Proofs.live(node.entry(), today)).toList();
    }

    private record Chosen(RecordData product, RecordData tree, String why) {}

    /** The products of its deals, those of open ones first; every product where no deal names one. */
    private List<Chosen> chosen(UUID company) {
        var reasons = new LinkedHashMap<UUID, String>();
        for (String state : List.of("open", "won", "lost")) {
            records.query(RecordQuery.of("deal")
                            .where(Filter.and(
                                    Filter.is("company_id", company.toString()), Filter.is("deal_state", state)))
                            .limit(100))
                    .forEach(deal -> {
                        if (deal.value("product_id") instanceof UUID product) {
                            reasons.putIfAbsent(product, "It is in the %s deal \"%s\".".formatted(state, deal.title()));
                        }
                    });
        }
        var all =
                trees.products().stream().filter(found -> found.tree() != null).toList();
        var named = all.stream()
                .filter(found -> reasons.containsKey(found.product().id()))
                .toList();
        return (named.isEmpty() ? all : named)
                .stream()
                        .map(
                                found -> new Chosen(
                                        found.product(),
                                        Objects.requireNonNull(found.tree()),
                                        reasons.getOrDefault(
                                                found.product().id(),
                                                "No deal of this account names a product with messages, so every product is shown.")))
                        .toList();
    }

    private static Wanted wanted(
            RecordData account, @Nullable String language, @Nullable String channel, List<String> why) {
        var segments = new LinkedHashSet<String>();
        for (String field : List.of("customer_segment_label", "industry_vertical", "sub_industry")) {
            if (account.value(field) instanceof String text) {
                segments.add(text);
            }
        }
        var regions = new LinkedHashSet<String>();
        Object country = account.values()
                .getOrDefault("decision_country", account.values().get("country_hq"));
        if (country instanceof String code) {
            regions.add(code);
            regions.add(Locale.of("", code).getDisplayCountry(Locale.ENGLISH));
        }
        if (account.value("territory_name") instanceof String territory) {
            regions.add(territory);
        }
        String spoken = language;
        if (spoken == null && country instanceof String code && LANGUAGES.containsKey(code)) {
            spoken = LANGUAGES.get(code);
            why.add("Its country, %s, speaks for the language %s.".formatted(code, spoken));
        } else if (spoken == null) {
            why.add("Nothing is known of its language.");
        }
        return new Wanted(segments, regions, channel, spoken);
    }

    private List<Answered> objections(UUID company, Map<UUID, List<TreeNode>> nodes) {
        return records
                .query(RecordQuery.of("objection")
                        .where(Filter.is("company_id", company.toString()))
                        .sortedBy("-created_at")
                        .limit(MOST_OBJECTIONS))
                .stream()
                .map(objection -> new Answered(objection, AnswerByWords.of(objection, nodes)))
                .toList();
    }

    static Set<String> words(RecordData record, String... fields) {
        var all = new LinkedHashSet<String>();
        for (String field : fields) {
            if (record.value(field) instanceof String text) {
                all.addAll(WordSet.of(text));
            }
        }
        return all;
    }
}
