"""Phrases of news English and the days they mean; every sentence is written for these tests."""

from datetime import date

import pytest

from coder.mentions.times.finder import find_times

# Report's date, sentence, words of the expression, TIMEX3 value, first day, last day ("" for null).
MONDAY = "2017-10-09"
THURSDAY = "2017-10-12"
SPRING = "2019-03-23"  # a Saturday
CABLE = "1989-11-20"  # a Monday

WEEKDAYS = [
    (MONDAY, "Gunmen burned the depot Monday.", "Monday", "2017-10-09", "2017-10-09"),
    (MONDAY, "Gunmen burned the depot on Sunday.", "Sunday", "2017-10-08", "2017-10-08"),
    (MONDAY, "Gunmen burned the depot on Tuesday.", "Tuesday", "2017-10-03", "2017-10-03"),
    (MONDAY, "They struck again last Monday.", "last Monday", "2017-10-02", "2017-10-02"),
    (THURSDAY, "They struck again last Friday.", "last Friday", "2017-10-06", "2017-10-06"),
    (THURSDAY, "The court will sit on Friday.", "Friday", "2017-10-13", "2017-10-13"),
    (THURSDAY, "The trial is scheduled for Tuesday.", "Tuesday", "2017-10-17", "2017-10-17"),
    (THURSDAY, "Talks are to be held next Monday.", "next Monday", "2017-10-16", "2017-10-16"),
    (THURSDAY, "Talks begin this Saturday.", "this Saturday", "2017-10-14", "2017-10-14"),
    (
        THURSDAY,
        "The curfew ended this past Sunday.",
        "this past Sunday",
        "2017-10-08",
        "2017-10-08",
    ),
    (
        THURSDAY,
        "He fled on Tuesday of last week.",
        "Tuesday of last week",
        "2017-10-03",
        "2017-10-03",
    ),
    (THURSDAY, "He fled last week on Monday.", "last week on Monday", "2017-10-02", "2017-10-02"),
    (THURSDAY, "They met next week on Friday.", "next week on Friday", "2017-10-20", "2017-10-20"),
    (
        THURSDAY,
        "A mine went off a week ago Sunday.",
        "a week ago Sunday",
        "2017-10-01",
        "2017-10-01",
    ),
    (THURSDAY, "A mine went off early Wednesday.", "early Wednesday", "2017-10-11", "2017-10-11"),
    (THURSDAY, "A mine went off late on Tuesday.", "late on Tuesday", "2017-10-10", "2017-10-10"),
    (THURSDAY, "Sat., Oct. 7, was calm.", "Sat., Oct. 7", "2017-10-07", "2017-10-07"),
    (THURSDAY, "rebels hit the bridge on wednesday", "wednesday", "2017-10-11", "2017-10-11"),
    (THURSDAY, "THE BRIDGE WAS HIT WEDNESDAY.", "WEDNESDAY", "2017-10-11", "2017-10-11"),
    (THURSDAY, "Shops closed ahead of Sunday.", "Sunday", "2017-10-15", "2017-10-15"),
]

RELATIVE_DAYS = [
    (MONDAY, "The mayor died yesterday.", "yesterday", "2017-10-08", "2017-10-08"),
    (MONDAY, "The mayor died today.", "today", "2017-10-09", "2017-10-09"),
    (MONDAY, "He is due in court tomorrow.", "tomorrow", "2017-10-10", "2017-10-10"),
    (
        MONDAY,
        "He left the day before yesterday.",
        "the day before yesterday",
        "2017-10-07",
        "2017-10-07",
    ),
    (
        MONDAY,
        "He returns the day after tomorrow.",
        "the day after tomorrow",
        "2017-10-11",
        "2017-10-11",
    ),
    (MONDAY, "A raid took place three days ago.", "three days ago", "2017-10-06", "2017-10-06"),
    (MONDAY, "A raid took place 10 days ago.", "10 days ago", "2017-09-29", "2017-09-29"),
    (MONDAY, "Twenty-one days ago he vanished.", "Twenty-one days ago", "2017-09-18", "2017-09-18"),
    (MONDAY, "A raid took place a week ago.", "a week ago", "2017-10-02", "2017-10-02"),
    (
        MONDAY,
        "A couple of days ago he was seen.",
        "A couple of days ago",
        "2017-10-07",
        "2017-10-07",
    ),
    (MONDAY, "Two hours ago a shell landed.", "Two hours ago", "2017-10-09", "2017-10-09"),
    (
        MONDAY,
        "The truce will end three days from now.",
        "three days from now",
        "2017-10-12",
        "2017-10-12",
    ),
    (MONDAY, "The envoy will return in four days.", "in four days", "2017-10-13", "2017-10-13"),
    (MONDAY, "Earlier today a shell landed.", "Earlier today", "2017-10-09", "2017-10-09"),
    (CABLE, "A BOMB WENT OFF LATE YESTERDAY.", "LATE YESTERDAY", "1989-11-19", "1989-11-19"),
]

PERIODS = [
    (THURSDAY, "Five wells burned last week.", "last week", "2017-10-02", "2017-10-08"),
    (THURSDAY, "Five wells burned this week.", "this week", "2017-10-09", "2017-10-15"),
    (
        THURSDAY,
        "Five wells burned earlier this month.",
        "earlier this month",
        "2017-10-01",
        "2017-10-31",
    ),
    (THURSDAY, "Five wells burned late last month.", "late last month", "2017-09-01", "2017-09-30"),
    (THURSDAY, "Elections are planned next year.", "next year", "2018-01-01", "2018-12-31"),
    (THURSDAY, "Clashes flared over the weekend.", "the weekend", "2017-10-07", "2017-10-08"),
    (THURSDAY, "Clashes flared last weekend.", "last weekend", "2017-10-07", "2017-10-08"),
    (THURSDAY, "Two years ago he was jailed.", "Two years ago", "2015-01-01", "2015-12-31"),
    (THURSDAY, "Five months ago he was jailed.", "Five months ago", "2017-05-01", "2017-05-31"),
    (
        THURSDAY,
        "Six died in the past three days.",
        "the past three days",
        "2017-10-09",
        "2017-10-12",
    ),
    (THURSDAY, "Six died in the last two weeks.", "the last two weeks", "2017-09-28", "2017-10-12"),
    (THURSDAY, "Six died in the past 48 hours.", "the past 48 hours", "2017-10-10", "2017-10-12"),
    (THURSDAY, "Over the past year he wrote little.", "the past year", "2016-10-12", "2017-10-12"),
    (
        THURSDAY,
        "The law changed the year before last.",
        "the year before last",
        "2015-01-01",
        "2015-12-31",
    ),
    (
        THURSDAY,
        "Talks open the week after next.",
        "the week after next",
        "2017-10-23",
        "2017-10-29",
    ),
    (SPRING, "They left in the summer.", "the summer", "2018-06-01", "2018-08-31"),
    (SPRING, "They left last winter.", "last winter", "2018-12-01", "2019-02-28"),
    (SPRING, "They left in spring 2015.", "spring 2015", "2015-03-01", "2015-05-31"),
    (SPRING, "They left in the fall of 2016.", "the fall of 2016", "2016-09-01", "2016-11-30"),
    (SPRING, "They will return next summer.", "next summer", "2019-06-01", "2019-08-31"),
    (
        SPRING,
        "Exports fell in the past two quarters.",
        "the past two quarters",
        "2018-07-01",
        "2018-12-31",
    ),
]

MONTHS = [
    (SPRING, "The base fell in January.", "January", "2019-01-01", "2019-01-31"),
    (SPRING, "The base fell in November.", "November", "2018-11-01", "2018-11-30"),
    (SPRING, "The base fell last March.", "last March", "2018-03-01", "2018-03-31"),
    (SPRING, "A vote will be held in June.", "June", "2019-06-01", "2019-06-30"),
    (SPRING, "A vote is expected this August.", "this August", "2019-08-01", "2019-08-31"),
    (SPRING, "The base fell in June 2014.", "June 2014", "2014-06-01", "2014-06-30"),
    (SPRING, "The base fell in Sept. 2014.", "Sept. 2014", "2014-09-01", "2014-09-30"),
    (SPRING, "The base fell in early February.", "early February", "2019-02-01", "2019-02-28"),
    (SPRING, "The base fell in mid-March.", "mid-March", "2019-03-01", "2019-03-31"),
    (SPRING, "The base fell at the end of May.", "the end of May", "2018-05-01", "2018-05-31"),
    (
        SPRING,
        "The base fell during the month of August.",
        "the month of August",
        "2018-08-01",
        "2018-08-31",
    ),
    (SPRING, "In May the base fell.", "May", "2018-05-01", "2018-05-31"),
    (SPRING, "in march the base fell", "march", "2019-03-01", "2019-03-31"),
    (CABLE, "THE BASE FELL IN MAY.", "MAY", "1989-05-01", "1989-05-31"),
    (SPRING, "October of last year was worse.", "October of last year", "2018-10-01", "2018-10-31"),
]

DAYS = [
    (MONDAY, "A bomber hit the market on Dec. 3.", "Dec. 3", "2016-12-03", "2016-12-03"),
    (MONDAY, "The port was hit on September 28.", "September 28", "2017-09-28", "2017-09-28"),
    (MONDAY, "The port was hit on 29 September.", "29 September", "2017-09-29", "2017-09-29"),
    (MONDAY, "The port was hit on the 3rd of May.", "the 3rd of May", "2017-05-03", "2017-05-03"),
    (MONDAY, "The port was hit on 6th April.", "6th April", "2017-04-06", "2017-04-06"),
    (MONDAY, "The port was hit on Sept. 5th.", "Sept. 5th", "2017-09-05", "2017-09-05"),
    (MONDAY, "The port was hit on April 6, 2015.", "April 6, 2015", "2015-04-06", "2015-04-06"),
    (MONDAY, "The port was hit on 28 Sept 2016.", "28 Sept 2016", "2016-09-28", "2016-09-28"),
    (MONDAY, "The port was hit on 2016-12-11.", "2016-12-11", "2016-12-11", "2016-12-11"),
    (MONDAY, "The port was hit on 13/11/2015.", "13/11/2015", "2015-11-13", "2015-11-13"),
    (MONDAY, "The port was hit on 13.11.2015.", "13.11.2015", "2015-11-13", "2015-11-13"),
    (MONDAY, "The port was hit on 2015/11/13.", "2015/11/13", "2015-11-13", "2015-11-13"),
    (MONDAY, "The port was hit on 16-Nov-2015.", "16-Nov-2015", "2015-11-16", "2015-11-16"),
    (CABLE, "THE PORT WAS HIT ON 13 NOV 89.", "13 NOV 89", "1989-11-13", "1989-11-13"),
    (CABLE, "THE PORT WAS HIT ON JANUARY 3.", "JANUARY 3", "1989-01-03", "1989-01-03"),
    (CABLE, "THE PORT WAS HIT ON 11 MAY.", "11 MAY", "1989-05-11", "1989-05-11"),
    (MONDAY, "The port was hit on Friday, Oct. 6.", "Friday, Oct. 6", "2017-10-06", "2017-10-06"),
    (MONDAY, "The vote will be held on November 5.", "November 5", "2017-11-05", "2017-11-05"),
    (MONDAY, "The port was hit on the 4th.", "the 4th", "2017-10-04", "2017-10-04"),
    (MONDAY, "The port was hit on may 4th 2011.", "may 4th 2011", "2011-05-04", "2011-05-04"),
    (
        MONDAY,
        "The port was hit on June twenty-first.",
        "June twenty-first",
        "2017-06-21",
        "2017-06-21",
    ),
    (MONDAY, "The port was hit on 20170302.", "20170302", "2017-03-02", "2017-03-02"),
    (MONDAY, "Everything changed after 9/11.", "9/11", "2001-09-11", "2001-09-11"),
    (
        MONDAY,
        "El puerto fue atacado el 5 de marzo de 2016.",
        "5 de marzo de 2016",
        "2016-03-05",
        "2016-03-05",
    ),
    (
        MONDAY,
        "Le port fut attaqué le 3 février 2016.",
        "3 février 2016",
        "2016-02-03",
        "2016-02-03",
    ),
    (MONDAY, "Порт атаковали 7 октября 2016 года.", "7 октября 2016", "2016-10-07", "2016-10-07"),
    (MONDAY, "Порт атакували 7 жовтня 2016 року.", "7 жовтня 2016", "2016-10-07", "2016-10-07"),
    (MONDAY, "قصف الميناء في 11 نوفمبر 2016", "11 نوفمبر 2016", "2016-11-11", "2016-11-11"),
]

YEARS = [
    (SPRING, "The hospital was bombed in 2015.", "2015", "2015-01-01", "2015-12-31"),
    (SPRING, "The 1991 accord collapsed.", "1991", "1991-01-01", "1991-12-31"),
    (SPRING, "The war of the 1990s was worse.", "the 1990s", "1990-01-01", "1999-12-31"),
    (SPRING, "The war of the nineties was worse.", "the nineties", "1990-01-01", "1999-12-31"),
    (SPRING, "The war began in the early 1980s.", "the early 1980s", "1980-01-01", "1989-12-31"),
    (SPRING, "The war began in early 2015.", "early 2015", "2015-01-01", "2015-12-31"),
    (SPRING, "The war began in mid-2011.", "mid-2011", "2011-01-01", "2011-12-31"),
    (
        SPRING,
        "The war began in the late 19th century.",
        "the late 19th century",
        "1800-01-01",
        "1899-12-31",
    ),
    (SPRING, "He was minister in 2016-2017.", "2016-2017", "2016-01-01", "2017-12-31"),
    (SPRING, "It was the worst drought in '98.", "'98", "1998-01-01", "1998-12-31"),
    (SPRING, "He returned in the year 2008.", "the year 2008", "2008-01-01", "2008-12-31"),
    (
        SPRING,
        "He returned in May nineteen eighty-four.",
        "May nineteen eighty-four",
        "1984-05-01",
        "1984-05-31",
    ),
    (
        SPRING,
        "The first half of 2016 was calm.",
        "The first half of 2016",
        "2016-01-01",
        "2016-06-30",
    ),
    (
        SPRING,
        "The last quarter of 2016 was calm.",
        "The last quarter of 2016",
        "2016-10-01",
        "2016-12-31",
    ),
    (SPRING, "Attacks doubled in Q3 2016.", "Q3 2016", "2016-07-01", "2016-09-30"),
    (
        SPRING,
        "The first week of July 2018 was calm.",
        "The first week of July 2018",
        "2018-07-02",
        "2018-07-08",
    ),
    (
        SPRING,
        "The last days of August were calm.",
        "The last days of August",
        "2018-08-30",
        "2018-08-31",
    ),
    (
        SPRING,
        "The second Sunday of July 2018 was calm.",
        "The second Sunday of July 2018",
        "2018-07-08",
        "2018-07-08",
    ),
    (
        SPRING,
        "The last weekend of July 2018 was calm.",
        "The last weekend of July 2018",
        "2018-07-28",
        "2018-07-29",
    ),
    (
        SPRING,
        "The week of May 9, 2018 was calm.",
        "The week of May 9, 2018",
        "2018-05-07",
        "2018-05-13",
    ),
]

RANGES = [
    (MONDAY, "Shells fell from 2 to 6 October.", "from 2 to 6 October", "2017-10-02", "2017-10-06"),
    (
        MONDAY,
        "Shells fell between 20 and 25 May.",
        "between 20 and 25 May",
        "2017-05-20",
        "2017-05-25",
    ),
    (
        MONDAY,
        "Shells fell on 17-18 November 2016.",
        "17-18 November 2016",
        "2016-11-17",
        "2016-11-18",
    ),
    (
        MONDAY,
        "Shells fell on 17 and 18 November 2016.",
        "17 and 18 November 2016",
        "2016-11-17",
        "2016-11-18",
    ),
    (MONDAY, "Shells fell on May 20-25, 2014.", "May 20-25, 2014", "2014-05-20", "2014-05-25"),
    (
        MONDAY,
        "Shells fell from Friday to Sunday.",
        "from Friday to Sunday",
        "2017-10-06",
        "2017-10-08",
    ),
    (
        MONDAY,
        "Shells fell from Saturday to Monday.",
        "from Saturday to Monday",
        "2017-10-07",
        "2017-10-09",
    ),
    (
        MONDAY,
        "Shells fell between September 29 and October 4.",
        "between September 29 and October 4",
        "2017-09-29",
        "2017-10-04",
    ),
    (
        MONDAY,
        "Shells fell from 30 December to 2 January.",
        "from 30 December to 2 January",
        "2016-12-30",
        "2017-01-02",
    ),
    (
        MONDAY,
        "Shells fell from mid-April to late May.",
        "from mid-April to late May",
        "2017-04-01",
        "2017-05-31",
    ),
    (MONDAY, "Shells fell from 2011 to 2014.", "from 2011 to 2014", "2011-01-01", "2014-12-31"),
    (
        MONDAY,
        "Shells fell from March to June 2014.",
        "from March to June 2014",
        "2014-03-01",
        "2014-06-30",
    ),
    (
        MONDAY,
        "Shells fell from August 2016 to now.",
        "from August 2016 to now",
        "2016-08-01",
        "2017-10-09",
    ),
]

HOLIDAYS = [
    (
        SPRING,
        "Two huts burned on New Year's Day.",
        "New Year's Day",
        "2019-01-01",
        "2019-01-01",
    ),
    (
        SPRING,
        "The village was raided on Christmas Eve.",
        "Christmas Eve",
        "2018-12-24",
        "2018-12-24",
    ),
    (SPRING, "The village was raided on May Day.", "May Day", "2018-05-01", "2018-05-01"),
    (
        SPRING,
        "The village was raided on Easter Sunday.",
        "Easter Sunday",
        "2018-04-01",
        "2018-04-01",
    ),
    (
        SPRING,
        "The village was raided on Christmas 2015.",
        "Christmas 2015",
        "2015-12-25",
        "2015-12-25",
    ),
    (SPRING, "Mass will be said on Good Friday.", "Good Friday", "2019-04-19", "2019-04-19"),
]

TIMES_OF_DAY = [
    (MONDAY, "A raid began on Friday night.", "Friday night", "2017-10-06", "2017-10-06"),
    (MONDAY, "A raid began Saturday morning.", "Saturday morning", "2017-10-07", "2017-10-07"),
    (MONDAY, "A raid began last night.", "last night", "2017-10-08", "2017-10-08"),
    (MONDAY, "A raid began this morning.", "this morning", "2017-10-09", "2017-10-09"),
    (
        MONDAY,
        "A raid began yesterday afternoon.",
        "yesterday afternoon",
        "2017-10-08",
        "2017-10-08",
    ),
    (MONDAY, "A raid began overnight.", "overnight", "2017-10-08", "2017-10-09"),
    (MONDAY, "A curfew begins tonight.", "tonight", "2017-10-09", "2017-10-09"),
    (MONDAY, "A raid began at dawn on Sunday.", "dawn on Sunday", "2017-10-08", "2017-10-08"),
    (MONDAY, "A raid began before dawn Sunday.", "before dawn Sunday", "2017-10-08", "2017-10-08"),
    (
        MONDAY,
        "A raid began in the early hours of Sunday.",
        "the early hours of Sunday",
        "2017-10-08",
        "2017-10-08",
    ),
    (
        MONDAY,
        "A raid began on Friday at 10:30 p.m.",
        "Friday at 10:30 p.m.",
        "2017-10-06",
        "2017-10-06",
    ),
    (MONDAY, "A raid began at noon on Friday.", "noon on Friday", "2017-10-06", "2017-10-06"),
    (
        MONDAY,
        "A raid began on the night of 12 March.",
        "the night of 12 March",
        "2017-03-12",
        "2017-03-12",
    ),
    (CABLE, "A RAID BEGAN AT 0445 TODAY.", "0445 TODAY", "1989-11-20", "1989-11-20"),
    (CABLE, "A RAID BEGAN AT 2130 YESTERDAY.", "2130 YESTERDAY", "1989-11-19", "1989-11-19"),
]

LOST_MARKS = [
    (THURSDAY, "Tuesdays bombing was the worst.", "Tuesdays", "2017-10-10", "2017-10-10"),
    (THURSDAY, "Updated at Apr 152017 by us.", "Apr 152017", "2017-04-15", "2017-04-15"),
    (THURSDAY, "Yesterdays bombing was the worst.", "Yesterdays", "2017-10-11", "2017-10-11"),
]

MORE = [
    (
        THURSDAY,
        "Shells fell on Saturday 7 October 2017.",
        "Saturday 7 October 2017",
        "2017-10-07",
        "2017-10-07",
    ),
    (
        THURSDAY,
        "Shells fell on Saturday (7 October).",
        "Saturday (7 October)",
        "2017-10-07",
        "2017-10-07",
    ),
    (THURSDAY, "Shells fell on Friday the 6th.", "Friday the 6th", "2017-10-06", "2017-10-06"),
    (THURSDAY, "The court meets on the 20th.", "the 20th", "2017-09-20", "2017-09-20"),
    (THURSDAY, "The court will meet on the 20th.", "the 20th", "2017-10-20", "2017-10-20"),
    (THURSDAY, "Shells fell on 2017-aug-01.", "2017-aug-01", "2017-08-01", "2017-08-01"),
    (THURSDAY, "Shells fell since 9/2 there.", "9/2", "2017-09-02", None),
    (THURSDAY, "Sales rose in 2015-3 only.", "2015-3", "2015-03-01", "2015-03-31"),
    (THURSDAY, "Sales rose in 3-2015 only.", "3-2015", "2015-03-01", "2015-03-31"),
    (THURSDAY, "Sales rose in H2 2016.", "H2 2016", "2016-07-01", "2016-12-31"),
    (THURSDAY, "Sales rose in 2016-Q1 only.", "2016-Q1", "2016-01-01", "2016-03-31"),
    (THURSDAY, "Sales rose in Q1-2016 only.", "Q1-2016", "2016-01-01", "2016-03-31"),
    (THURSDAY, "Sales rose in Q2.", "Q2", "2017-04-01", "2017-06-30"),
    (THURSDAY, "Sales rose in week 31.", "week 31", "2017-07-31", "2017-08-06"),
    (THURSDAY, "Sales rose in week 3 of 2016.", "week 3 of 2016", "2016-01-18", "2016-01-24"),
    (
        THURSDAY,
        "It was the year two thousand and five.",
        "the year two thousand and five",
        "2005-01-01",
        "2005-12-31",
    ),
    (THURSDAY, "Sales rose in the quarter.", "the quarter", "2017-07-01", "2017-09-30"),
    (THURSDAY, "Sales rose in the year.", "the year", "2017-01-01", "2017-12-31"),
    (THURSDAY, "Sales rose in the third quarter.", "the third quarter", "2017-07-01", "2017-09-30"),
    (THURSDAY, "Sales will rise next quarter.", "next quarter", "2018-01-01", "2018-03-31"),
    (
        THURSDAY,
        "Sales will rise in the next decade.",
        "the next decade",
        "2020-01-01",
        "2029-12-31",
    ),
    (
        THURSDAY,
        "Sales will rise in the next five days.",
        "the next five days",
        "2017-10-13",
        "2017-10-17",
    ),
    (THURSDAY, "Sales will rise next May.", "next May", "2018-05-01", "2018-05-31"),
    (THURSDAY, "Sales rose on Easter weekend.", "Easter weekend", "2017-04-15", "2017-04-16"),
    (THURSDAY, "Sales rose on Labor Day weekend.", "Labor Day weekend", "2017-09-02", "2017-09-04"),
    (THURSDAY, "Sales rose on Memorial Day.", "Memorial Day", "2017-05-29", "2017-05-29"),
    (THURSDAY, "Sales rose on Thanksgiving.", "Thanksgiving", "2016-11-24", "2016-11-24"),
    (
        THURSDAY,
        "The second half of June was calm.",
        "The second half of June",
        "2017-06-16",
        "2017-06-30",
    ),
    (
        THURSDAY,
        "The first half of June was calm.",
        "The first half of June",
        "2017-06-01",
        "2017-06-15",
    ),
    (
        THURSDAY,
        "The last two weeks of June were calm.",
        "The last two weeks of June",
        "2017-06-19",
        "2017-07-02",
    ),
    (
        THURSDAY,
        "The last Friday of June was calm.",
        "The last Friday of June",
        "2017-06-30",
        "2017-06-30",
    ),
    (
        THURSDAY,
        "The third month of 2016 was calm.",
        "The third month of 2016",
        "2016-03-01",
        "2016-03-31",
    ),
    (
        THURSDAY,
        "The last decade of the 19th century was calm.",
        "The last decade of the 19th century",
        "1890-01-01",
        "1899-12-31",
    ),
    (
        THURSDAY,
        "Shelling lasted until two weeks after May 3, 2016.",
        "two weeks after May 3, 2016",
        None,
        "2016-05-17",
    ),
    (
        THURSDAY,
        "They left two weeks before May 13, 2016.",
        "two weeks before May 13, 2016",
        "2016-04-29",
        "2016-04-29",
    ),
    (THURSDAY, "He fled a fortnight ago.", "a fortnight ago", "2017-09-28", "2017-09-28"),
    (THURSDAY, "He fled three decades ago.", "three decades ago", "1987-01-01", "1987-12-31"),
    (
        THURSDAY,
        "Talks resume three weeks from tomorrow.",
        "three weeks from tomorrow",
        "2017-11-03",
        "2017-11-03",
    ),
    (THURSDAY, "Talks will resume in three months.", "in three months", "2018-01-12", "2018-01-12"),
    (THURSDAY, "Talks will resume in two hours.", "in two hours", "2017-10-12", "2017-10-12"),
    (THURSDAY, "A raid began overnight Sunday.", "overnight Sunday", "2017-10-08", "2017-10-09"),
    (
        THURSDAY,
        "A raid began on Friday from 10:00 to 11:30.",
        "Friday from 10:00 to 11:30",
        "2017-10-06",
        "2017-10-06",
    ),
    (
        THURSDAY,
        "He was hurt on May 3 and moved a week later.",
        "a week later",
        "2017-05-10",
        "2017-05-10",
    ),
    (
        THURSDAY,
        "He was hurt on May 3 and moved the following week.",
        "the following week",
        "2017-05-08",
        "2017-05-14",
    ),
    (
        THURSDAY,
        "He was hurt on May 3, after the previous Friday.",
        "the previous Friday",
        "2017-04-28",
        "2017-04-28",
    ),
    (
        THURSDAY,
        "Talks run from next Monday to Friday.",
        "from next Monday to Friday",
        "2017-10-16",
        "2017-10-20",
    ),
    (
        THURSDAY,
        "Shells fell from 1 May 2015 to 3 June.",
        "from 1 May 2015 to 3 June",
        "2015-05-01",
        "2015-06-03",
    ),
    (
        THURSDAY,
        "Shells fell from 1 November 2015 to 3 June.",
        "from 1 November 2015 to 3 June",
        "2015-11-01",
        "2016-06-03",
    ),
    (
        THURSDAY,
        "Shells fell on March 3 last year.",
        "March 3 last year",
        "2016-03-03",
        "2016-03-03",
    ),
]

EVENT_RELATIVE = [
    (
        THURSDAY,
        "Nine died on Wednesday, four the day before.",
        "the day before",
        "2017-10-10",
        "2017-10-10",
    ),
    (
        THURSDAY,
        "He was shot on May 3 and died two days later.",
        "two days later",
        "2017-05-05",
        "2017-05-05",
    ),
    (
        THURSDAY,
        "He was shot on May 3 and died the next day.",
        "the next day",
        "2017-05-04",
        "2017-05-04",
    ),
    (
        THURSDAY,
        "He was shot on May 3 and died the same day.",
        "the same day",
        "2017-05-03",
        "2017-05-03",
    ),
    (
        THURSDAY,
        "He was shot three days after May 3, 2016.",
        "three days after May 3, 2016",
        "2016-05-06",
        "2016-05-06",
    ),
]

GROUPS = (
    WEEKDAYS + RELATIVE_DAYS + PERIODS + MONTHS + DAYS + YEARS + RANGES + HOLIDAYS + TIMES_OF_DAY
    + EVENT_RELATIVE + LOST_MARKS + MORE
)  # fmt: skip


def _find(text: str, reference: str | None) -> dict[str, tuple[date | None, date | None]]:
    day = date.fromisoformat(reference) if reference else None
    return {found.text: (found.first, found.last) for found in find_times(text, 0, len(text), day)}


@pytest.mark.parametrize(
    ("reference", "text", "words", "first", "last"), GROUPS, ids=[case[1] for case in GROUPS]
)
def test_phrase_and_its_days(
    reference: str, text: str, words: str, first: str | None, last: str | None
) -> None:
    found = _find(text, reference)
    assert words in found
    days = tuple(date.fromisoformat(day) if day else None for day in (first, last))
    assert found[words] == days
