using System.Text;
using OrleansContest.Events;
using OrleansContest.Gateway.Events;
using static OrleansContest.Gateway.Tests.Events.ExportText;

namespace OrleansContest.Gateway.Tests.Events;

/// <summary>Wrong and hostile files: each is refused with its line, and costs no more than what is bounded.</summary>
public sealed class RefusingAnExport
{
    /// <summary>What reading may allocate beyond what it was given: enough for a valid export of the largest size, less than any flood needs.</summary>
    private const long MaxAllocated = 100 << 20;

    [Theory]
    [InlineData("", "Line 1: Root element is missing.")]
    [InlineData("   \n ", "Line 1: Root element is missing.")]
    [InlineData("{\"xml\":1}", "Line 1: Data at the root level is invalid.")]
    [InlineData("<Canoe124Data/>", "Line 1: The root element is Canoe123Data, not Canoe124Data.")]
    [InlineData("\n\n<html><Canoe123Data/></html>", "Line 3: The root element is Canoe123Data, not html.")]
    [InlineData("<Canoe123Data></Canoe123Data><Canoe123Data/>", "Line 1: There are multiple root elements.")]
    [InlineData("<Canoe123Data></Canoe123Data>\nmore", "Line 2: Data at the root level is invalid.")]
    public Task What_is_no_export(string xml, string reason) => RefusesAsync(xml, reason);

    [Theory]
    [InlineData("<Canoe123Data>")]
    [InlineData("<Canoe123Data><Results><RaceId>x")]
    [InlineData("<Canoe123Data><Results><RaceId>x</RaceId>")]
    [InlineData("<Canoe123Data><Results a=\"")]
    [InlineData("<Canoe123Data><Results><!-- ")]
    [InlineData("<Canoe123Data><Results><Gates><![CDATA[ ")]
    public Task What_is_cut_off(string xml) => RefusesAsync("\n" + xml, "Line 2: ");

    [Theory]
    [InlineData("<!DOCTYPE Canoe123Data [<!ENTITY a \"b\">]><Canoe123Data/>")]
    [InlineData("<!DOCTYPE Canoe123Data SYSTEM \"http://127.0.0.1/x.dtd\"><Canoe123Data/>")]
    [InlineData("<!DOCTYPE Canoe123Data><Canoe123Data/>")]
    public Task What_has_a_dtd(string xml) => RefusesAsync(xml, "Line 1: For security reasons DTD is prohibited");

    [Theory]
    [InlineData("<Events><MainTitle>&lol;</MainTitle></Events>", "Line 1: Reference to undeclared entity 'lol'.")]
    [InlineData("<Events><MainTitle>&#0;</MainTitle></Events>", "Line 1: ")]
    [InlineData("<Events><MainTitle>a\u0007</MainTitle></Events>", "Line 1: ")]
    [InlineData("<Events><MainTitle>a</SubTitle></Events>", "Line 1: The 'MainTitle' start tag")]
    public Task What_is_not_well_formed(string section, string reason) => RefusesAsync(Document(section), reason);

    [Theory]
    [InlineData("<Participants><ClassId>K1M</ClassId></Participants>", "Line 2: Participants has no Id.")]
    [InlineData("<Participants><Id> </Id></Participants>", "Line 2: Participants has no Id.")]
    [InlineData("<Results><Id>1</Id></Results>", "Line 2: Results has no RaceId.")]
    [InlineData("<Results><RaceId>1</RaceId></Results>", "Line 2: Results has no Id.")]
    [InlineData("<Schedule/>", "Line 2: Schedule has no RaceId.")]
    [InlineData("<Classes></Classes>", "Line 2: Classes has no ClassId.")]
    [InlineData("<Classes><ClassId>K</ClassId>\n<Categories/></Classes>", "Line 3: Categories has no CatId.")]
    [InlineData("<CourseData><CourseConfig>N</CourseConfig></CourseData>", "Line 2: CourseData has no CourseNr.")]
    public Task What_lacks_an_id(string section, string reason) => RefusesAsync(Document("\n", section), reason);

    [Theory]
    [InlineData("<Time>9.5</Time>", "Line 2: Results: Time is not a number.")]
    [InlineData("\n<Pen>two</Pen>", "Line 3: Results: Pen is not a number.")]
    [InlineData("<Bib>12345678901</Bib>", "Line 2: Results: Bib is not a number.")]
    [InlineData("<Time>1</Time><Time>2</Time>", "Line 2: Results has two Time.")]
    [InlineData("<Time><b>1</b></Time>", "Line 2: Time holds text, not the element b.")]
    public Task What_does_not_make_sense(string fields, string reason) => RefusesAsync(Document("\n", Result(fields)), reason);

    [Theory]
    [InlineData("<Schedule><RaceId>x</RaceId><StartTime>soon</StartTime></Schedule>", "Line 1: Schedule: StartTime is not a moment.")]
    [InlineData("<Events><StartDate>8.3.2026</StartDate></Events>", "Line 1: Events: StartDate is not a day.")]
    [InlineData("<Participants><Id>1</Id><IsTeam>maybe</IsTeam></Participants>", "Line 1: Participants: IsTeam is not true or false.")]
    public Task What_is_of_the_wrong_kind(string section, string reason) => RefusesAsync(Document(section), reason);

    [Theory]
    [InlineData(Participant, "Line 2: Participants: 1.K1M is there twice.")]
    [InlineData(Race, "Line 2: Schedule: K1M_FIN_6 is there twice.")]
    [InlineData(Class, "Line 2: Classes: K1M is there twice.")]
    [InlineData("<Results><RaceId>a</RaceId><Id>b</Id></Results>", "Line 2: Results: (a, b) is there twice.")]
    [InlineData("<CourseData><CourseNr>1</CourseNr></CourseData>", "Line 2: CourseData: 1 is there twice.")]
    public Task What_is_there_twice(string section, string reason) => RefusesAsync(Document(section, "\n", section), reason);

    [Fact]
    public Task A_category_that_is_there_twice() => RefusesAsync(
        Document("<Classes><ClassId>K</ClassId><Categories><CatId>V</CatId></Categories>\n<Categories><CatId>V</CatId></Categories></Classes>"),
        "Line 2: Categories: V is there twice.");

    [Fact]
    public async Task What_is_not_utf_8() => Assert.Equal(
        "Line 1: It is not UTF-8.",
        (await ExportReader.ReadAsync(new MemoryStream([.. "<Canoe123Data>"u8, 0xE8, 0x21]), default)).Refusal!.Message);

    [Fact]
    public Task Elements_within_elements_within_elements() => RefusesAsync(Flood("<a>"), "Line 1: Elements lie at most 16 deep.");

    [Fact]
    public Task A_million_attributes() => RefusesAsync(
        $"<Canoe123Data {Many(i => $"a{i}=\"\" ")}/>", "Line 1: It has more than 2000 different names.");

    [Fact]
    public Task A_million_attributes_of_few_names() => RefusesAsync(
        $"<Canoe123Data {Many(i => $"a{i % 100}=\"\" ")}/>", "Line 1: A tag and the text after it have at most 262144 characters.");

    [Fact]
    public Task A_million_attributes_of_which_each_seems_to_end_the_tag() => RefusesAsync(
        $"<Canoe123Data {Many(i => $"a{i % 100}=\">\" ")}/>", "Line 1: A tag and the text after it have at most 262144 characters.");

    [Fact]
    public Task A_few_attributes_too_many() => RefusesAsync(
        Document($"<Events {string.Concat(Enumerable.Range(0, 17).Select(i => $"a{i}=\"\" "))}/>"), "Line 1: An element has at most 16 attributes.");

    [Fact]
    public Task Ten_megabytes_of_text_in_one_element() => RefusesAsync(
        Document($"<Events><MainTitle>{new string('x', 10 << 20)}</MainTitle></Events>"), "Line 1: MainTitle has more than 1000 characters.");

    [Fact]
    public Task Ten_megabytes_of_text_in_an_element_that_is_passed_over() => RefusesAsync(
        Document($"<Events><Picture>{new string('x', 10 << 20)}</Picture></Events>"), "Line 1: A tag and the text after it have at most 262144 characters.");

    [Fact]
    public Task Ten_megabytes_of_text_in_pieces() => RefusesAsync(
        Document($"<Events><MainTitle>{Many(_ => "<![CDATA[xxxxxx]]>")}</MainTitle></Events>"), "Line 1: MainTitle has more than 1000 characters.");

    [Fact]
    public Task Ten_megabytes_of_text_that_pretends_to_be_markup() => RefusesAsync(
        Document($"<Events><MainTitle><![CDATA[{Many(_ => "<")}]]></MainTitle></Events>"), "Line 1: MainTitle has more than 1000 characters.");

    [Fact]
    public Task More_than_the_largest_export() => RefusesAsync(
        Document(Many(_ => "<a></a>                        \n", size: 11 << 20)), "Line 32");

    [Fact]
    public Task A_name_of_ten_megabytes() => RefusesAsync($"<{new string('x', 10 << 20)}/>", "Line 1: A tag and the text after it have at most");

    [Fact]
    public Task A_million_different_names() => RefusesAsync(
        Document(Many(i => $"<a{i}/>")), "Line 1: It has more than 2000 different names.");

    [Fact]
    public Task A_million_categories() => RefusesAsync(
        Document($"<Classes><ClassId>K</ClassId>{Many(_ => "<Categories/>")}</Classes>"), "Line 1: There are more than 5000 Categories.");

    [Fact]
    public Task A_million_classes() => RefusesAsync(
        Document(Many(i => $"<Classes><ClassId>{i}</ClassId></Classes>")), "Line 1: There are more than 500 Classes.");

    [Fact]
    public Task A_million_results() => RefusesAsync(
        Document(Many(i => $"<Results><RaceId>r</RaceId><Id>{i}</Id></Results>")), "Line 1: There are more than 100000 Results.");

    [Fact]
    public async Task None_of_them_costs_more_memory_than_the_largest_valid_export()
    {
        string[] hostile =
        [
            Flood("<a>"),
            $"<Canoe123Data {Many(i => $"a{i}=\"\" ")}/>",
            Document(Many(i => $"<a{i}/>")),
            Document($"<Classes><ClassId>K</ClassId>{Many(_ => "<Categories/>")}</Classes>"),
            Document($"<Events><MainTitle>{new string('x', 10 << 20)}</MainTitle></Events>"),
            Document($"<Events><MainTitle><![CDATA[{Many(_ => "<")}]]></MainTitle></Events>"),
            Document($"<Events>{Many(_ => "<Unknown>x</Unknown>")}</Events>"),
            Document($"<!--{new string('x', 200_000)}<{new string('x', 200_000)}<-->"),
        ];
        foreach (var xml in hostile)
        {
            var bytes = Encoding.UTF8.GetBytes(xml);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var reading = ExportReader.ReadAsync(new MemoryStream(bytes), default);
            Assert.True(reading.IsCompleted, "It was read on this thread, whose allocations are counted.");
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MaxAllocated);
            await reading;
        }
    }

    [Fact]
    public async Task A_valid_one_of_ten_megabytes_is_read_as_it_comes()
    {
        var large = Document(
            Event, Class, Race, Many(i => $"<Participants><Id>{i}</Id><Birthdate>{new string('9', 700)}</Birthdate></Participants>", size: (10 << 20) - 1_000));
        using var coming = new DribblingStream(Encoding.UTF8.GetBytes(large));
        var export = await ExportReader.ReadAsync(coming, default);

        Assert.InRange(export.Value!.Participants.Count, 10_000, ExportLimits.MaxParticipants);
        Assert.InRange(coming.LongestRead, 1, 64 << 10);
    }

    /// <summary>As much of it as fits the largest export.</summary>
    private static string Many(Func<int, string> piece, int size = 10_000_000)
    {
        var text = new StringBuilder(size + 100);
        for (var i = 0; text.Length < size; i++)
        {
            text.Append(piece(i));
        }

        return text.ToString();
    }

    private static string Flood(string piece) => $"<Canoe123Data>{Many(_ => piece)}";
}
