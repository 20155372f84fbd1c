package dev.windrose.context.web;

import dev.windrose.context.tree.AccountFit;
import dev.windrose.context.tree.FitAccount;
import dev.windrose.context.tree.TreeNode;
import dev.windrose.context.tree.Wanted;
import dev.windrose.context.use.Use;
import dev.windrose.context.use.UseCounts;
import dev.windrose.context.use.Uses;
import dev.windrose.context.web.TreeController.BadgeView;
import dev.windrose.records.Descriptors;
import dev.windrose.records.web.RecordJson;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What of our messages fits an account, and what came of them. */
@RestController
@RequestMapping("/api/v1/context/trees/for-account")
class AccountFitController {

    private final FitAccount fit;
    private final Uses uses;
    private final Descriptors descriptors;

    AccountFitController(FitAccount fit, Uses uses, Descriptors descriptors) {
        this.fit = fit;
        this.uses = uses;
        this.descriptors = descriptors;
    }

    /** @param last the day on which this account was told it last */
    record Told(long times, LocalDate last) {}

    /** @param told whether this account was told it; null where it was not */
    record MessageView(
            Map<String, @Nullable Object> entry,
            UUID originalId,
            List<String> why,
            List<BadgeView> badges,
            UseCounts use,
            @Nullable Told told) {}

    record FitProduct(UUID productId, String productName, UUID treeId, String why, List<MessageView> messages) {}

    record FitAnswer(UUID productId, String why, MessageView message, Map<String, @Nullable Object> entry) {}

    record FitObjection(Map<String, @Nullable Object> objection, List<FitAnswer> answers) {}

    record FitView(
            UUID companyId,
            String companyName,
            Wanted wanted,
            List<String> why,
            AccountFit.Spoken spoken,
            List<FitProduct> products,
            List<FitObjection> objections,
            String howUseIsCounted) {}

    /** Figures of the messages that are shown. */
    private record Figures(Map<UUID, UseCounts> counts, Map<UUID, List<Use>> told) {}

    /** What fits an account, and which messages may answer what it holds against buying. */
    @GetMapping("/{company}")
    FitView forAccount(
            @PathVariable UUID company,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String channel) {
        var found = fit.of(company, language, channel);
        var figures = figures(found);
        return new FitView(
                found.company().id(),
                found.company().title(),
                found.wanted(),
                found.why(),
                found.spoken(),
                found.products().stream()
                        .map(product -> new FitProduct(
                                product.product().id(),
                                product.product().title(),
                                product.tree(),
                                product.why(),
                                product.messages().stream()
                                        .map(best -> message(best.node(), best.original(), best.why(), figures))
                                        .toList()))
                        .toList(),
                found.objections().stream()
                        .map(answered -> objection(answered, figures))
                        .toList(),
                UseCounts.HOW);
    }

    private FitObjection objection(AccountFit.Answered answered, Figures figures) {
        return new FitObjection(
                RecordJson.of(descriptors.get("objection"), answered.objection()),
                answered.answers().stream()
                        .map(answer -> {
                            var node = answer.node();
                            var view = message(node, node.id(), List.of(answer.why()), figures);
                            return new FitAnswer(answer.product(), answer.why(), view, view.entry());
                        })
                        .toList());
    }

    private Figures figures(AccountFit found) {
        var ids = Stream.concat(
                        found.products().stream()
                                .flatMap(product -> product.messages().stream())
                                .map(best -> best.node().id()),
                        found.objections().stream()
                                .flatMap(answered -> answered.answers().stream())
                                .map(answer -> answer.node().id()))
                .distinct()
                .toList();
        var told = uses.toldTo(found.company().id(), ids).stream().collect(Collectors.groupingBy(Use::entry));
        return new Figures(uses.counts(ids), told);
    }

    private MessageView message(TreeNode node, UUID original, List<String> why, Figures figures) {
        var told = figures.told().getOrDefault(node.id(), List.of());
        return new MessageView(
                RecordJson.of(descriptors.get("context_entry"), node.entry()),
                original,
                why,
                BadgeView.of(node.badges()),
                figures.counts().getOrDefault(node.id(), UseCounts.NONE),
                told.isEmpty() ? null : new Told(told.size(), told.getFirst().on()));
    }
}
