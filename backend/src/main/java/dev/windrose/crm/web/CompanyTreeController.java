package dev.windrose.crm.web;

import dev.windrose.crm.company.CompanyTree;
import dev.windrose.crm.company.CompanyTrees;
import dev.windrose.platform.id.CompanyId;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CompanyTreeController {

    private final CompanyTrees trees;

    CompanyTreeController(CompanyTrees trees) {
        this.trees = trees;
    }

    @GetMapping("/api/v1/companies/{id}/tree")
    CompanyTree tree(@PathVariable UUID id) {
        return trees.below(new CompanyId(id));
    }
}
