package dev.windrose.records.web;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.records.currency.ExchangeRate;
import dev.windrose.records.currency.ExchangeRates;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/exchange-rates")
class ExchangeRateController {

    private final ExchangeRates rates;

    ExchangeRateController(ExchangeRates rates) {
        this.rates = rates;
    }

    record View(String baseCurrency, List<ExchangeRate> rates) {}

    record Change(List<ExchangeRate> rates) {}

    @GetMapping
    View all() {
        Permissions.require(Operation.READ, "workspace");
        return new View(rates.base(), rates.all());
    }

    @PutMapping
    View set(@RequestBody Change change) {
        return new View(rates.base(), rates.set(change.rates()));
    }

    @DeleteMapping("/{currency}/{day}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String currency, @PathVariable LocalDate day) {
        rates.remove(currency, day);
    }
}
