using System.Text;
using OrleansContest.Contests;
using OrleansContest.Contests.Formats;

namespace OrleansContest.Core.Tests.Contests.Formats;

/// <summary>A log file in memory, read to its end.</summary>
internal sealed record LogFile(ILogReader Reader, IReadOnlyList<ImportRecord> Records)
{
    public IReadOnlyList<QsoDraft> Drafts => [.. Records.Where(record => record.Draft is not null).Select(record => record.Draft!)];

    public IReadOnlyList<ImportRecord> Errors => [.. Records.Where(record => record.Error is not null)];

    public static Task<LogFile> ReadAsync(string text) => ReadAsync(Encoding.UTF8.GetBytes(text));

    public static Task<LogFile> ReadAsync(byte[] bytes) => ReadAsync(new MemoryStream(bytes));

    public static async Task<LogFile> ReadAsync(Stream stream)
    {
        var opened = await LogFormats.OpenAsync(stream);
        Assert.False(opened.IsRefused(), opened.Refusal?.Message);
        List<ImportRecord> records = [];
        await foreach (var record in opened.Value.ReadAsync())
        {
            Assert.True(record.Draft is null != record.Error is null);
            records.Add(record);
        }

        return new LogFile(opened.Value, records);
    }
}
