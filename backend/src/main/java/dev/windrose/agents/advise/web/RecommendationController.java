package dev.windrose.agents.advise.web;

import dev.windrose.agents.advise.Advice;
import dev.windrose.agents.advise.Outcome;
import dev.windrose.agents.advise.Recommendations;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What should be done next, and decisions about it. */
@RestController
@RequestMapping("/api/v1/recommendations")
class RecommendationController {

    private static final int MOST = 50;

    private final Recommendations recommendations;

    RecommendationController(Recommendations recommendations) {
        this.recommendations = recommendations;
    }

    /** @param on whether the workspace lets them be made */
    record Listed(boolean on, List<Advice> data) {}

    record Chosen(UUID companyId) {}

    record Snoozed(UUID companyId, @Nullable LocalDate until) {}

    record Dismissed(UUID companyId, @Nullable String why) {}

    record Outcomes(List<Outcome> data) {}

    /** Of an account, or of whoever asks. */
    @GetMapping
    Listed list(
            @RequestParam(name = "company_id", required = false) @Nullable UUID company,
            @RequestParam(name = "contact_id", required = false) @Nullable UUID contact,
            @RequestParam(defaultValue = "20") int limit) {
        int most = Math.clamp(limit, 1, MOST);
        return new Listed(
                recommendations.on(),
                company == null ? recommendations.mine(most) : recommendations.ofCompany(company, contact, most));
    }

    @GetMapping("/outcomes")
    Outcomes outcomes() {
        return new Outcomes(recommendations.outcomes());
    }

    @PostMapping("/{id}/do")
    Recommendations.Decided carryOut(@PathVariable UUID id, @RequestBody Chosen body) {
        return recommendations.carryOut(body.companyId(), id);
    }

    @PostMapping("/{id}/snooze")
    Recommendations.Decided snooze(@PathVariable UUID id, @RequestBody Snoozed body) {
        return recommendations.snooze(body.companyId(), id, body.until());
    }

    @PostMapping("/{id}/dismiss")
    Recommendations.Decided dismiss(@PathVariable UUID id, @RequestBody Dismissed body) {
        return recommendations.dismiss(body.companyId(), id, body.why());
    }

    @PostMapping("/{id}/reopen")
    Recommendations.Decided reopen(@PathVariable UUID id, @RequestBody Chosen body) {
        return recommendations.reopen(body.companyId(), id);
    }
}
