using OrleansContest.Channels;
using OrleansContest.Events;
using static OrleansContest.Tests.Events.EventScenario;
using static OrleansContest.Tests.Events.Venue;

namespace OrleansContest.Tests.Events;

public sealed class ImportingAnExport
{
    [Fact]
    public void Counts_what_it_has_and_shows_everything_in_one_message()
    {
        var imported = Given(Create).When(Import(Export(Ran(Final, 1, 9_000), Start(Final, 2))));

        Assert.Equal(new Imported(6, 1, 3, 2, 1, 0), imported.Answers<Imported>());
        imported.Shows("full");
        Assert.Single(imported.Events);
        Assert.Equal(2, imported.Data()["results"]![Final]!.AsArray().Count);
    }

    [Fact]
    public void Changes_nothing_when_the_same_comes_again()
    {
        var scenario = Given(Create, Import(Export(Ran(Final, 1, 9_000), Ran(Run1, 2, 8_000), Out(Run2, 2, "DSQ"))));

        var again = scenario.When(Import(Export(Ran(Final, 1, 9_000), Ran(Run1, 2, 8_000), Out(Run2, 2, "DSQ"))));
        again.ChangesNothing();
        Assert.Equal(3, again.Answers<Imported>().Results);
    }

    [Fact]
    public void Records_only_what_is_new()
    {
        var scenario = Given(Create, Import(Export(Ran(Final, 1, 9_000), Ran(Final, 2, 9_100))));
        var fact = Assert.IsType<ExportImported>(Assert.Single(scenario.When(Import(Export(Ran(Final, 1, 9_000), Ran(Final, 3, 9_200)))).Events));

        Assert.Equal((null, null, null, null, null), (fact.Details, fact.Classes, fact.Participants, fact.Races, fact.Courses));
        Assert.Equal(new RunKey(Final, Id(3)), fact.Rows.Select(row => new RunKey(row.RaceId, row.ParticipantId)).Single());
        Assert.Equal([new RunKey(Final, Id(2))], fact.Gone);
    }

    [Fact]
    public void Takes_away_in_one_step_what_it_lacks()
    {
        var scenario = Given([.. Going(EventStatus.Running, Ran(Final, 1, 9_000), Ran(Run1, 1, 8_000), Ran(Final, 2, 9_100)), OnCourse(Noon, Afloat(2, 1), Afloat(3, 2))]);
        var whole = Export(Ran(Final, 1, 9_000));
        var less = whole with
        {
            Classes = [new("C1W", "C1w", null, [new("V", "Veterans", null, null)])],
            Participants = [Participant(1), Participant(3)],
            Races = [whole.Races[2]],
        };

        var full = scenario.When(Import(less)).Data();
        Assert.Equal(["C1W"], full["classes"]!.AsArray().Select(one => (string?)one!["classId"]));
        Assert.Equal(["V"], full["categories"]!.AsArray().Select(one => (string?)one!["catId"]));
        Assert.Equal([Final], full["results"]!.AsObject().Select(race => race.Key));
        Assert.Equal([1], full["results"]![Final]!.AsArray().Select(line => (int)line!["bib"]!));
        Assert.Equal([3], full["oncourse"]!.AsArray().Select(entry => (int)entry!["bib"]!));
    }

    [Fact]
    public void Takes_away_pushed_results_too_of_a_race_or_participant_that_is_no_more()
    {
        var scenario = Given([.. Going(EventStatus.Running, Ran(Final, 1, 9_000)), Push(Report(Final, 2, 8_000), Report(Run1, 3, 8_000))]);
        var whole = Export(Ran(Final, 1, 9_000));
        scenario.When(Import(whole with { Participants = [Participant(1), Participant(3)], Races = [whole.Races[2]] })).Accepts();

        Assert.Equal([1], scenario.Lines(Final).Select(line => line.Bib));
        scenario.When(Import(whole)).Accepts();
        Assert.Equal([1], scenario.Lines(Final).Select(line => line.Bib));
        Assert.Empty(scenario.Lines(Run1));
    }

    [Fact]
    public void Leaves_out_and_counts_starts_of_a_race_or_participant_that_it_does_not_have()
    {
        var imported = Given(Create).When(Import(Export(Ran(Final, 1, 9_000), Ran("K9_FIN_1", 1, 9_000), Ran(Final, 7, 9_000))));

        Assert.Equal(new Imported(6, 1, 3, 1, 1, 2), imported.Answers<Imported>());
    }

    [Fact]
    public void Tells_more_of_the_event_than_was_known_save_its_title()
    {
        var draft = Draft with { Location = "Town", Facility = "Boathouse", Discipline = "Any", StartDate = new(2026, 6, 20) };
        var bare = Export() with { Details = Export().Details! with { Facility = null } };
        var detail = Given(Create with { Draft = draft }, Import(bare)).Live.Detail();

        Assert.Equal(
            new("spring", "Spring Slalom", "Day one", "River", new(2026, 6, 27), new(2026, 6, 28), "Slalom", EventStatus.Draft, null, "Boathouse"),
            detail);
    }

    [Fact]
    public void Is_refused_when_a_whole_part_is_missing()
    {
        void Refuses(EventExport export, string reason) => Given(Create).When(Import(export)).Refuses(new Refusal("InvalidXml", reason));

        Refuses(Export() with { Details = null }, "It has no Events.");
        Refuses(Export() with { Classes = [] }, "It has no Classes.");
        Refuses(Export() with { Participants = [] }, "It has no Participants.");
        Refuses(Export() with { Races = [] }, "It has no Schedule.");
    }

    [Fact]
    public void Is_refused_when_something_is_there_twice()
    {
        var whole = Export(Start(Final, 1));
        void Refuses(EventExport export, string reason) => Given(Create).When(Import(export)).RefusesBecause("InvalidXml", reason);

        Refuses(whole with { Results = [Start(Final, 1), Ran(Final, 1, 9_000)] }, "Results: (K1M_ST_FIN_7, 1.K1M_ST) is there twice.");
        Refuses(whole with { Participants = [Participant(1), Participant(1)] }, "Participants: 1.K1M_ST is there twice.");
        Refuses(whole with { Races = [whole.Races[0], whole.Races[0]] }, "Schedule: K1M_ST_BR1_6 is there twice.");
        Refuses(whole with { Classes = [whole.Classes[0], whole.Classes[0]] }, "Classes: K1M_ST is there twice.");
        Refuses(whole with { Courses = [new(1, "N"), new(1, "R")] }, "CourseData: 1 is there twice.");
        var twice = whole.Classes[0] with { Categories = [whole.Classes[0].Categories[0], whole.Classes[0].Categories[0]] };
        Refuses(whole with { Classes = [twice] }, "Categories of the class K1M_ST: ZS is there twice.");
    }

    [Fact]
    public void Is_refused_when_it_is_out_of_bounds()
    {
        var whole = Export();
        void Refuses(EventExport export, string reason) => Given(Create).When(Import(export)).RefusesBecause("InvalidXml", reason);

        Refuses(whole with { Participants = [Participant(1) with { Id = "" }] }, "Participants: an id has 1 to 100 characters.");
        Refuses(whole with { Races = [whole.Races[0] with { RaceId = new string('x', 101) }] }, "Schedule: an id has 1 to 100 characters.");
        Refuses(whole with { Courses = [.. Enumerable.Range(1, 201).Select(number => new ExportedCourse(number, null))] }, "It has 201 CourseData; at most 200");
        Refuses(whole with { Results = [Start(Final, 1) with { Time = -1 }] }, "Results: a figure of 1.K1M_ST in K1M_ST_FIN_7 is out of bounds.");
        Refuses(whole with { Results = [Start(Final, 1) with { Pen = 10_000_001 }] }, "out of bounds");
    }
}
