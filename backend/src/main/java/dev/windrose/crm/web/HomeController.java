package dev.windrose.crm.web;

import dev.windrose.crm.home.HomePage;
import dev.windrose.crm.home.HomePages;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class HomeController {

    private final HomePages pages;

    HomeController(HomePages pages) {
        this.pages = pages;
    }

    @GetMapping("/api/v1/home")
    HomePage home(@RequestParam(defaultValue = "false") boolean mine) {
        return pages.read(mine);
    }
}
