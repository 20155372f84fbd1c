package dev.windrose.records.derived.web;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.records.derived.CheckFormula;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tries a formula while it is written. */
@RestController
@RequestMapping("/api/v1/schema/formula")
class FormulaController {

    private final CheckFormula check;

    FormulaController(CheckFormula check) {
        this.check = check;
    }

    /** @param recordId a record to work the formula out for */
    record Given(
            String recordType, String formula, @Nullable UUID recordId) {}

    @PostMapping("/check")
    CheckFormula.Answer check(@RequestBody Given given) {
        Permissions.require(Operation.MANAGE, "workspace");
        return check.of(given.recordType(), given.formula(), given.recordId());
    }
}
