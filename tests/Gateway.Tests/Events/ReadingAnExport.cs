using System.Text;
using OrleansContest.Events;
using OrleansContest.Gateway.Events;
using static OrleansContest.Gateway.Tests.Events.ExportText;

namespace OrleansContest.Gateway.Tests.Events;

public sealed class ReadingAnExport
{
    [Fact]
    public async Task Reads_every_field_of_the_contract()
    {
        var export = await ReadWholeAsync(
            """
            <Events><EventId>CZE2.2024</EventId><MainTitle>Spring</MainTitle><SubTitle>Day one</SubTitle><Location>River</Location>
            <Country>Česká Republika</Country><Facility>Weir</Facility><StartDate>2026-03-08T08:30:37+01:00</StartDate><EndDate>2026-03-09</EndDate>
            <CanoeDiscipline>Slalom</CanoeDiscipline><TimeMode>Points100</TimeMode></Events>
            <Classes><ClassId>K1M_ST</ClassId><Class>K1m</Class><LongTitle>Kayak men</LongTitle>
            <Categories><CatId>ZM</CatId><ClassId>K1M_ST</ClassId><Category>Juniors</Category><FirstYear>11</FirstYear><LastYear>12</LastYear></Categories>
            <Categories><CatId>V</CatId></Categories></Classes>
            <Participants><Id>1.K1M_ST</Id><ClassId>K1M_ST</ClassId><EventBib>  12</EventBib><ICFId>60070</ICFId><FamilyName>NOVÁK</FamilyName>
            <GivenName>Jan</GivenName><NOC>CZE</NOC><Club>Club</Club><CatId>ZM</CatId><IsTeam>true</IsTeam><Member1>a</Member1><Member3>c</Member3></Participants>
            <Schedule><RaceId>K1M_ST_BR1_6</RaceId><RaceOrder>101</RaceOrder><StartTime>2024-04-06T08:30:00+02:00</StartTime><ClassId>K1M_ST</ClassId>
            <DisId>BR1</DisId><StartInterval>0:45</StartInterval><CourseNr>2</CourseNr><RaceStatus>5</RaceStatus></Schedule>
            <Results><RaceId>K1M_ST_BR1_6</RaceId><Id>1.K1M_ST</Id><StartOrder>3</StartOrder><Bib>  12</Bib><StartTime>8:30:00</StartTime><Status>DNF</Status>
            <dtStart>08:30:10.780</dtStart><dtFinish>08:31:27.770</dtFinish><Time>76990</Time><Gates>  0  2   </Gates><Pen>2</Pen><Total>78990</Total>
            <TotalBehind>+1.00</TotalBehind><catTotalBehind>+0.50</catTotalBehind><Rnk>2</Rnk><RnkOrder>3</RnkOrder><CatRnk>1</CatRnk></Results>
            <CourseData><CourseNr>2</CourseNr><CourseConfig>NNRS</CourseConfig></CourseData>
            """);

        Assert.Equal(
            new ExportedDetails("CZE2.2024", "Spring", "Day one", "River", "Česká Republika", "Weir", new(2026, 3, 8), new(2026, 3, 9), "Slalom", "Points100"),
            export.Details);
        Assert.Equal(("K1M_ST", "K1m", "Kayak men"), (export.Classes.Single().ClassId, export.Classes[0].Name, export.Classes[0].LongTitle));
        Assert.Equal([new("ZM", "Juniors", 11, 12), new("V", null, null, null)], export.Classes[0].Categories);
        var who = export.Participants.Single();
        Assert.Equal(["a", "c"], who.Members);
        Assert.Equal(
            new ExportedParticipant("1.K1M_ST", "K1M_ST", 12, "60070", "NOVÁK", "Jan", "CZE", "Club", "ZM", true, []), who with { Members = [] });
        Assert.Equal(
            new("K1M_ST_BR1_6", 101, new DateTimeOffset(2024, 4, 6, 6, 30, 0, TimeSpan.Zero), "K1M_ST", "BR1", "0:45", 2, 5), export.Races.Single());
        Assert.Equal(
            new(
                "K1M_ST_BR1_6", "1.K1M_ST", 3, 12, "8:30:00", "DNF", "08:30:10.780", "08:31:27.770", 76990, "  0  2   ", 2, 78990, "+1.00", "+0.50", 2, 1),
            export.Results.Single());
        Assert.Equal([new ExportedCourse(2, "NNRS")], export.Courses);
    }

    [Theory]
    [InlineData("<Canoe123Data xmlns=\"http://siwidata.com/Canoe123/Data.xsd\">{0}</Canoe123Data>")]
    [InlineData("<c:Canoe123Data xmlns:c=\"urn:any\" xmlns=\"urn:other\">{0}</c:Canoe123Data>")]
    [InlineData("<?xml version=\"1.0\" standalone=\"yes\"?><!-- made by hand --><Canoe123Data>{0}</Canoe123Data>\n")]
    public async Task Takes_any_namespace_and_prologue(string document) =>
        Assert.Single((await ReadAsync(document.Replace("{0}", Event + Class + Participant + Race, StringComparison.Ordinal))).Value!.Races);

    [Fact]
    public async Task Passes_over_what_it_does_not_know()
    {
        var export = await ReadWholeAsync(
            "<GateStatistics><ClassId>K1M</ClassId><ClassId>C1M</ClassId><Deep><Deeper>x</Deeper></Deep></GateStatistics>",
            Race,
            "<Participants><_Bib /><Id>1.K1M</Id><Extra><Id>2.K1M</Id></Extra><Draw></Draw></Participants>",
            "text between",
            Result("<GateTimes>1;2;3</GateTimes><Unknown a=\"1\"/><Time>90</Time>"));

        Assert.Equal(("1.K1M", 90), (export.Participants.Single().Id, export.Results.Single().Time));
    }

    [Fact]
    public async Task Keeps_apart_what_is_empty_and_what_is_nought()
    {
        var result = (await ReadWholeAsync(Result("<Time>0</Time><Pen></Pen><Total/><Status> </Status><Rnk> 7 </Rnk>"))).Results.Single();

        Assert.Equal((0, null, null, null, 7), (result.Time, result.Pen, result.Total, result.Status, result.Rnk));
    }

    [Theory]
    [InlineData("<Gates>                              </Gates>", "                              ")]
    [InlineData("<Gates>  0   </Gates>", "  0   ")]
    [InlineData("<Gates><![CDATA[  0]]>  2</Gates>", "  0  2")]
    [InlineData("<Gates>  0<!-- and -->  2</Gates>", "  0  2")]
    [InlineData("<Gates></Gates>", null)]
    [InlineData("<Gates/>", null)]
    [InlineData("", null)]
    public async Task Keeps_every_blank_of_a_row_of_gates(string xml, string? row) =>
        Assert.Equal(row, (await ReadWholeAsync(Result(xml))).Results.Single().Gates);

    [Theory]
    [InlineData("&amp;&lt;&#x10D;")]
    [InlineData("<![CDATA[&<č]]>")]
    public async Task Reads_what_is_escaped(string title) =>
        Assert.Equal("&<č", (await ReadWholeAsync($"<Events><MainTitle>{title}</MainTitle></Events>")).Details!.MainTitle);

    [Fact]
    public async Task Reads_utf_16_with_its_mark_and_utf_8_with_or_without()
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF8, new UTF8Encoding(false) })
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Document("<Events><MainTitle>žluťoučký</MainTitle></Events>"))];
            Assert.Equal("žluťoučký", (await ExportReader.ReadAsync(new MemoryStream(bytes), default)).Value!.Details!.MainTitle);
        }
    }

    [Fact]
    public async Task Is_of_the_first_event_it_names() =>
        Assert.Equal("Slalom", (await ReadWholeAsync(Event, "<Events><MainTitle>Another</MainTitle></Events>")).Details!.MainTitle);

    [Fact]
    public async Task Stops_when_nobody_waits_for_it_any_more() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ExportReader.ReadAsync(new MemoryStream("<Canoe123Data/>"u8.ToArray()), new(canceled: true)));
}
