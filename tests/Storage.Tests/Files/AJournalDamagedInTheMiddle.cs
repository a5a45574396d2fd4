using System.Text;
using OrleansContest.Channels;
using Xunit.Abstractions;
using static OrleansContest.Storage.Tests.Records;

namespace OrleansContest.Storage.Tests.Files;

public sealed class AJournalDamagedInTheMiddle(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly ChannelOnDisk disk = new(segmentBytes: 1_000);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await disk.DisposeAsync();

    [Fact]
    public async Task Is_refused_with_file_and_line_and_left_as_it_is()
    {
        await disk.WriteAsync(Batch(1, 2), Batch(3, 2), Batch(5, 1));
        var lines = await File.ReadAllLinesAsync(disk.File);
        lines[2] = lines[2].Replace("logged", "LOGGED", StringComparison.Ordinal);
        await File.WriteAllTextAsync(disk.File, string.Join('\n', lines) + "\n");
        var spoiled = await File.ReadAllBytesAsync(disk.File);

        var damage = await disk.OpenDamagedAsync();

        Assert.Equal($"{disk.File}, line 3", damage.Place);
        Assert.Contains("contest:cqww-26", damage.Message, StringComparison.Ordinal);
        Assert.Equal(spoiled, await File.ReadAllBytesAsync(disk.File));
        Assert.Equal([disk.Channel.Id], await disk.ListAsync());
        Assert.Empty(disk.Log.Warnings);
    }

    [Fact]
    public async Task Stops_no_other_channel()
    {
        await disk.WriteAsync(Batch(1, 1), Batch(2, 1));
        await File.WriteAllTextAsync(disk.File, "x" + (await File.ReadAllTextAsync(disk.File))[1..]);
        await disk.OpenDamagedAsync();

        await using var other = await disk.Storage.Journal.OpenAsync(new("contest", "other"), CancellationToken.None);
        await other.AppendAsync(Batch(1, 1));

        Assert.Equal(1, other.Last);
    }

    [Fact]
    public async Task Is_told_from_a_torn_end_at_any_bit()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await disk.WriteAsync(Batch(1, 1), Batch(2, 3), Batch(5, 1), Batch(6, 3));
        var whole = await File.ReadAllBytesAsync(disk.File);
        var lastBatch = LineStarts(whole)[6];

        for (var round = 0; round < 600; round++)
        {
            var (at, bit) = (random.Next(whole.Length), random.Next(8));
            var spoiled = whole.ToArray();
            spoiled[at] ^= (byte)(1 << bit);
            await File.WriteAllBytesAsync(disk.File, spoiled);
            var line = LineStarts(whole).Count(start => start <= at);

            if (at < lastBatch)
            {
                var damage = await disk.OpenDamagedAsync();
                Assert.Equal($"{disk.File}, line {line}", damage.Place);
                Assert.Equal(spoiled, await File.ReadAllBytesAsync(disk.File));
            }
            else
            {
                Assert.Equal(Batch(1, line - 2).Select(Text), await disk.ReadAsync());
            }
        }
    }

    [Fact]
    public async Task Is_told_from_a_torn_end_when_only_a_line_feed_is_wrong()
    {
        await disk.WriteAsync(Batch(1, 1), Batch(2, 1), Batch(3, 1));
        var whole = await File.ReadAllBytesAsync(disk.File);
        whole[LineStarts(whole)[3] - 1] = (byte)' ';
        await File.WriteAllBytesAsync(disk.File, whole);

        var damage = await disk.OpenDamagedAsync();

        Assert.Equal($"{disk.File}, line 3", damage.Place);
    }

    [Fact]
    public async Task Is_one_that_lacks_a_line()
    {
        await disk.WriteAsync(Batch(1, 1), Batch(2, 1), Batch(3, 1));
        var lines = (await File.ReadAllLinesAsync(disk.File)).ToList();
        lines.RemoveAt(2);
        await File.WriteAllTextAsync(disk.File, string.Join('\n', lines) + "\n");

        var damage = await disk.OpenDamagedAsync();

        Assert.Equal($"{disk.File}, line 3", damage.Place);
        Assert.Contains("record 3 stands where 2 belongs", damage.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Is_one_that_lacks_a_file(int missing)
    {
        await disk.WriteAsync(Batch(1, 20), Batch(21, 20), Batch(41, 20));
        File.Delete(disk.FileFrom(1 + (20 * missing)));

        var damage = await disk.OpenDamagedAsync();

        Assert.Equal($"{disk.FileFrom(21 + (20 * missing))}, line 1", damage.Place);
        Assert.Contains("a file of the journal is missing", damage.Message, StringComparison.Ordinal);
        Assert.Equal([disk.Channel.Id], await disk.ListAsync());
    }

    [Fact]
    public async Task Is_one_whose_earlier_file_lost_its_end()
    {
        await disk.WriteAsync(Batch(1, 20), Batch(21, 1));
        var whole = await File.ReadAllBytesAsync(disk.File);
        await File.WriteAllBytesAsync(disk.File, whole[..^5]);

        Assert.Equal($"{disk.File}, line 21", (await disk.OpenDamagedAsync()).Place);

        await File.WriteAllBytesAsync(disk.File, whole[..LineStarts(whole)[20]]);
        Assert.Equal($"{disk.FileFrom(21)}, line 1", (await disk.OpenDamagedAsync()).Place);
    }

    [Fact]
    public async Task Is_one_with_another_channels_file()
    {
        await disk.WriteAsync(Batch(1, 2));
        var other = new ChannelId("contest", "other");
        Directory.CreateDirectory(disk.FolderOf(other));
        File.Copy(disk.File, Path.Combine(disk.FolderOf(other), Path.GetFileName(disk.File)));

        var damage = await Assert.ThrowsAsync<JournalDamagedException>(() => disk.Storage.Journal.OpenAsync(other, CancellationToken.None));

        Assert.EndsWith(", line 1", damage.Place, StringComparison.Ordinal);
        Assert.Contains("contest:cqww-26", damage.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_one_with_a_file_of_another_numbering()
    {
        await disk.WriteAsync(Batch(1, 20), Batch(21, 1));
        var older = await File.ReadAllBytesAsync(disk.FileFrom(21));
        Directory.Delete(disk.Folder, recursive: true);
        await disk.WriteAsync(Batch(1, 20), Batch(21, 1));
        await File.WriteAllBytesAsync(disk.FileFrom(21), older);

        Assert.Equal($"{disk.FileFrom(21)}, line 1", (await disk.OpenDamagedAsync()).Place);
    }

    [Fact]
    public async Task Is_one_that_a_newer_version_wrote()
    {
        await disk.WriteAsync(Batch(1, 1));
        var header = Storage.Files.SegmentHeader.Of(disk.Channel, "e", 1) with { Format = 2 };
        await File.WriteAllBytesAsync(disk.File, header.ToLine());

        var damage = await disk.OpenDamagedAsync();

        Assert.Contains("Format = 2", damage.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_refused_by_a_reader_who_opened_it_before()
    {
        await disk.WriteAsync(Batch(1, 1), Batch(2, 1), Batch(3, 1));
        await using var journal = await disk.OpenAsync();
        var text = await File.ReadAllTextAsync(disk.File);
        await File.WriteAllTextAsync(disk.File, text.Replace("\"number\":2", "\"number\":7", StringComparison.Ordinal), Encoding.UTF8);

        var damage = await Assert.ThrowsAsync<JournalDamagedException>(() => journal.ReadTextAsync());

        Assert.Equal($"{disk.File}, line 3", damage.Place);
    }

    private static List<int> LineStarts(byte[] content) =>
        [0, .. Enumerable.Range(1, content.Length - 1).Where(at => content[at - 1] == '\n')];
}
