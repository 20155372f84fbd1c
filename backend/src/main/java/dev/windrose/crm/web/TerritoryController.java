package dev.windrose.crm.web;

import dev.windrose.crm.territory.ReassignTerritories;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TerritoryController {

    private final ReassignTerritories territories;

    TerritoryController(ReassignTerritories territories) {
        this.territories = territories;
    }

    record Started(String jobId) {}

    /** Looks at every company again; what somebody chose by hand stays. */
    @PostMapping("/api/v1/territories/assign")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Started assign() {
        return new Started(territories.start().toString());
    }
}
