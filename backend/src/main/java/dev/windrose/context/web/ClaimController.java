package dev.windrose.context.web;

import dev.windrose.context.claim.CheckClaims;
import dev.windrose.context.claim.CheckScope;
import dev.windrose.context.claim.CheckScope.Reader;
import dev.windrose.context.claim.ClaimReport;
import dev.windrose.context.claim.ClaimReport.BrandFinding;
import dev.windrose.context.claim.ClaimReport.Checked;
import dev.windrose.context.claim.Verdict;
import dev.windrose.llm.language.Span;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.CompanyId;
import dev.windrose.platform.id.ProductId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Checks what a text says against the live entries; the text is not kept. */
@RestController
@RequestMapping("/api/v1/context")
class ClaimController {

    private final CheckClaims check;

    ClaimController(CheckClaims check) {
        this.check = check;
    }

    /**
     * A text to check.
     *
     * @param audience outside or inside; outside where it is left out
     * @param channel mail, post, page, proposal
     */
    record Body(
            @Nullable String text,
            @Nullable String audience,
            @Nullable UUID productId,
            @Nullable UUID companyId,
            @Nullable String language,
            @Nullable String channel) {

        CheckScope scope() {
            return new CheckScope(
                    switch (Objects.requireNonNullElse(audience, "outside")) {
                        case "outside" -> Reader.OUTSIDE;
                        case "inside" -> Reader.INSIDE;
                        default ->
                            throw new AppException(
                                    CommonError.BAD_VALUE, "The audience is \"outside\" or \"inside\".", "audience");
                    },
                    productId == null ? null : new ProductId(productId),
                    companyId == null ? null : new CompanyId(companyId),
                    language,
                    channel);
        }
    }

    @PostMapping("/check")
    Map<String, @Nullable Object> check(@RequestBody Body body) {
        Permissions.require(Operation.READ, "context_entry");
        return json(check.of(Objects.requireNonNullElse(body.text(), ""), body.scope()));
    }

    private static Map<String, @Nullable Object> json(ClaimReport report) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put(
                "sentences",
                report.sentences().stream().map(ClaimController::json).toList());
        json.put("brand", report.brand().stream().map(ClaimController::json).toList());
        var counts = new LinkedHashMap<String, Object>();
        for (var verdict : Verdict.values()) {
            counts.put(
                    verdict.wire(),
                    report.sentences().stream()
                            .filter(one -> one.verdict() == verdict)
                            .count());
        }
        json.put("counts", counts);
        var figures = new LinkedHashMap<String, @Nullable Object>();
        figures.put("words", report.figures().words());
        figures.put("sentences", report.figures().sentences());
        figures.put("reading_level", report.figures().readingLevel());
        json.put("figures", figures);
        json.put("note", report.note());
        return json;
    }

    private static Map<String, @Nullable Object> json(Checked one) {
        var json = span(one.span());
        json.put("text", one.text());
        json.put("verdict", one.verdict().wire());
        json.put("why", one.why());
        json.put("by", one.byModel() ? "model" : "rules");
        json.put(
                "evidence",
                one.evidence().stream().map(ClaimController::evidence).toList());
        json.put(
                "suggestions",
                one.suggestions().stream().map(ClaimController::suggestion).toList());
        return json;
    }

    private static Map<String, Object> evidence(ClaimReport.Evidence one) {
        return Map.of(
                "record", Map.of("id", one.source(), "type", "context_entry", "title", one.title()),
                "version", one.version(),
                "kind", one.kind(),
                "quote", one.quote(),
                "usable", one.usable());
    }

    private static Map<String, @Nullable Object> suggestion(ClaimReport.Suggestion one) {
        var json = span(one.span());
        json.put("text", one.text());
        json.put("why", one.why());
        return json;
    }

    private static Map<String, @Nullable Object> json(BrandFinding one) {
        var json = span(one.span());
        json.put("rule", one.rule());
        json.put("word", one.word());
        json.put("message", one.message());
        json.put("instead", one.instead());
        json.put("record", Map.of("id", one.source(), "type", "context_entry", "title", one.title()));
        json.put("version", one.version());
        return json;
    }

    private static Map<String, @Nullable Object> span(Span span) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("start", span.start());
        json.put("end", span.end());
        return json;
    }
}
