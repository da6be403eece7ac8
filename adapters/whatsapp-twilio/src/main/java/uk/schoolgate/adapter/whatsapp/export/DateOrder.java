package uk.schoolgate.adapter.whatsapp.export;

/** In which order a phone writes the parts of a date whose year has two digits or stands last. */
enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST,
    YEAR_FIRST
}
