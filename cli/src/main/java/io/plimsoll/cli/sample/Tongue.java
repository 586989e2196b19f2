package io.plimsoll.cli.sample;

import java.util.List;

/** What invented names sound like. A name is a beginning, a middle and an end; the whole is not the name of a place. */
enum Tongue {
    WESTERN(
            "Ald Brim Cald Dun Farl Grev Hask Ilm Kess Lorn Mav Nev Oak Pell Quar Ros Stel Tarn Ulv Wex Yarn",
            "er en ing a is ow",
            "ford thwaite mere wick ham field port gate stow"),
    SOUTHERN(
            "Abr Bel Corv Dal Esc Fior Gand Isol Lav Mirr Nov Orl Palv Quin Ross Salv Trev Ulm Vald Zan",
            "a o i e ar en",
            "lora moria tosa velle bria celli dano ques rilla zza"),
    NORTHERN(
            "Arn Birk Dorn Elm Falk Gries Holm Ibb Kolt Lind Mörs Nord Oster Rahl Schön Tannen Uhl Vinter Wald Zell",
            "en er els ing o",
            "hausen dorp moor brück vik sund lund stede tal"),
    EASTERN(
            "Bor Czar Drav Gal Horv Ist Jav Kral Lub Mir Nad Ost Piet Rad Szab Tark Ustr Vel Yav Zbor",
            "a o e in ov",
            "nezza gradec vár stova poli kent dur lar nik"),
    ORIENTAL(
            "Bai Chen Dao Fu Gon Hai Jin Kyo Lian Min Nara Qing Ryo Sen Tao Wen Xia Yon Zhou",
            "ga ha ka li mo na ro sha",
            "jing zaki dong nan kou mura pei chon yama");

    private final String beginnings;
    private final String middles;
    private final String ends;

    Tongue(String beginnings, String middles, String ends) {
        this.beginnings = beginnings;
        this.middles = middles;
        this.ends = ends;
    }

    String name(Draws draws) {
        return oneOf(beginnings, draws) + oneOf(middles, draws) + oneOf(ends, draws);
    }

    private static String oneOf(String words, Draws draws) {
        return draws.pick(List.of(words.split(" ")));
    }
}
