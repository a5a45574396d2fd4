using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using OrleansContest.Testing;

namespace OrleansContest.Tests.Processes;

/// <summary>Exports of the largest size, sent to a gateway of its own, whose allocations are its own too.</summary>
public sealed class ImportingHostileExports
{
    /// <summary>What a valid export of that size takes, and all that HTTP needs beside it. A file that is built up in memory takes more.</summary>
    private const double MaxAllocated = 150 << 20;

    private const int Size = (10 << 20) - 1_000;

    private static readonly Uri ingest = new("/api/v1/ingest/xml?eventId=hostile", UriKind.Relative);

    [Fact]
    public async Task Refuses_each_at_a_bounded_cost_and_takes_a_valid_one_of_that_size()
    {
        using var folder = new TempFolder();
        await using var gateway = await ContestProcess.StartGatewayAsync(folder.Path);
        using var created = await gateway.Http.PostAsJsonAsync(new Uri("/api/v1/admin/events", UriKind.Relative), new { eventId = "hostile", mainTitle = "Slalom" });
        created.EnsureSuccessStatusCode();
        foreach (var xml in Hostile())
        {
            var before = await AllocatedAsync(gateway);
            var (status, body) = await ImportAsync(gateway, xml);
            Assert.Equal((HttpStatusCode.BadRequest, "InvalidXml"), (status, body.GetProperty("error").GetString()));
            Assert.InRange(await AllocatedAsync(gateway) - before, 1, MaxAllocated);
        }

        var (taken, counts) = await ImportAsync(gateway, Valid());
        Assert.Equal(HttpStatusCode.OK, taken);
        Assert.InRange(counts.GetProperty("imported").GetProperty("participants").GetInt32(), 10_000, 20_000);
    }

    private static IEnumerable<string> Hostile()
    {
        yield return $"<!DOCTYPE a [<!ENTITY b \"{Many("lol", _ => "lol", Size - 40_000)}\"><!ENTITY c \"{Many("", _ => "&b;", 10_000)}\">]><Canoe123Data>&c;</Canoe123Data>";
        yield return "<!DOCTYPE Canoe123Data SYSTEM \"http://127.0.0.1:1/x.dtd\"><Canoe123Data/>";
        yield return Many("<Canoe123Data>", _ => "<a>");
        yield return Many("<Canoe123Data ", i => $"a{i}=\"\" ") + "/>";
        yield return Many("<Canoe123Data ", i => $"a{i % 100}=\"\" ") + "/>";
        yield return Many("<Canoe123Data>", i => $"<a{i}/>") + "</Canoe123Data>";
        yield return $"<Canoe123Data><Events><MainTitle>{new string('x', Size - 100)}</MainTitle></Events></Canoe123Data>";
        yield return Many("<Canoe123Data><Events><MainTitle>", _ => "<![CDATA[xxxxxx]]>") + "</MainTitle></Events></Canoe123Data>";
        yield return Valid()[..^100_000];
    }

    private static string Valid() => Many(
        "<Canoe123Data><Events><EventId>E1</EventId></Events><Classes><ClassId>K1M</ClassId></Classes><Schedule><RaceId>K1M_FIN_6</RaceId></Schedule>",
        i => $"<Participants><Id>{i}</Id><Birthdate>{new string('9', 700)}</Birthdate></Participants>") + "</Canoe123Data>";

    /// <summary>As many pieces as the largest export holds.</summary>
    private static string Many(string beginning, Func<int, string> piece, int size = Size - 2_000)
    {
        var text = new StringBuilder(beginning, Size);
        for (var i = 0; text.Length < size; i++)
        {
            text.Append(piece(i));
        }

        return text.ToString();
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> ImportAsync(ContestProcess gateway, string xml)
    {
        using var body = new StringContent(xml, Encoding.UTF8, "application/xml");
        using var answer = await gateway.Http.PostAsync(ingest, body);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    private static Task<double> AllocatedAsync(ContestProcess gateway) => gateway.FigureAsync("dotnet_gc_heap_total_allocated_bytes_total");
}
