package dev.windrose.context.web;

import dev.windrose.context.claim.CheckClaims;
import dev.windrose.context.claim.CheckScope;
import dev.windrose.context.claim.CheckScope.Reader;
import dev.windrose.context.claim.ClaimReport;
import dev.windrose.context.claim.ClaimReport.BrandFinding;
import dev.windrose.context.claim.ClaimReport.Checked;
import dev.windrose.context.claim.ReadDraft;
import dev.windrose.context.claim.TextToCheck;
import dev.windrose.context.claim.Verdict;
import dev.windrose.llm.language.Span;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.CompanyId;
import dev.windrose.platform.id.ProductId;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Checks what a text says against the live entries; the text is not kept. */
@RestController
@RequestMapping("/api/v1/context")
class ClaimController {

    private final CheckClaims check;
    private final ReadDraft drafts;

    ClaimController(CheckClaims check, ReadDraft drafts) {
        this.check = check;
        this.drafts = drafts;
    }

    /**
     * A text to check.
     *
     * @param audience outside or inside; outside where it is left out
     * @param channel mail, post, page, proposal
     * @param before what stands before a part of a long text
     * @param only claims or wording; both where it is left out
     * @param model false where the language model is not to be asked
     */
    record Body(
            @Nullable String text,
            @Nullable String audience,
            @Nullable UUID productId,
            @Nullable UUID companyId,
            @Nullable String language,
            @Nullable String channel,
            @Nullable String before,
            @Nullable String only,
            @Nullable Boolean model) {

        TextToCheck part() {
            var wanted = Objects.requireNonNullElse(only, "");
            if (!Set.of("", "claims", "wording").contains(wanted)) {
                throw new AppException(CommonError.BAD_VALUE, "Only \"claims\" or \"wording\".", "only");
            }
            return new TextToCheck(
                    Objects.requireNonNullElse(text, ""),
                    Objects.requireNonNullElse(before, ""),
                    !wanted.equals("wording"),
                    !wanted.equals("claims"),
                    !Boolean.FALSE.equals(model));
        }

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
        return json(check.of(body.part(), body.scope()));
    }

    /** The words of a file, to be checked. Nothing of it is kept. */
    @PostMapping(path = "/check/file", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Map<String, Object> read(@RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
        Permissions.require(Operation.READ, "context_entry");
        if (file == null) {
            throw new AppException(CommonError.REQUIRED, "Send the file as the part \"file\".", "file");
        }
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "file");
        try (var content = file.getInputStream()) {
            return Map.of("name", name, "text", drafts.of(name, content));
        }
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
        var model = new LinkedHashMap<String, @Nullable Object>();
        model.put("available", report.model().available());
        model.put("asked", report.model().asked());
        model.put("note", report.model().note());
        json.put("model", model);
        return json;
    }

    private static Map<String, @Nullable Object> json(Checked one) {
        var json = span(one.span());
        json.put("text", one.text());
        json.put("verdict", one.verdict().wire());
        json.put("why", one.why());
        json.put("against", one.against() == null ? null : against(one.against()));
        json.put("by", one.byModel() ? "model" : "rules");
        json.put(
                "evidence",
                one.evidence().stream().map(ClaimController::evidence).toList());
        json.put(
                "suggestions",
                one.suggestions().stream().map(ClaimController::suggestion).toList());
        return json;
    }

    private static Map<String, @Nullable Object> against(ClaimReport.Against one) {
        var json = span(one.span());
        json.put("said", one.said());
        json.put("known", one.known());
        return json;
    }

    private static Map<String, @Nullable Object> evidence(ClaimReport.Evidence one) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        var record = new LinkedHashMap<String, @Nullable Object>();
        record.put("id", one.source());
        record.put("type", one.type());
        record.put("title", one.title());
        json.put("record", record);
        json.put("version", one.version());
        json.put("kind", one.kind());
        json.put("quote", one.quote());
        json.put("usable", one.usable());
        json.put("filter", one.filter().isEmpty() ? null : one.filter());
        return json;
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
        json.put("options", one.options());
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
