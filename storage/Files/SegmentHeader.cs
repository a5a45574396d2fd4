using System.Text.Json;
using System.Text.Json.Serialization;
using OrleansContest.Channels;

namespace OrleansContest.Storage.Files;

/// <summary>The first line of a journal file: whose records follow, of which numbering, from which number on.</summary>
/// <param name="Format">Version of the file's layout.</param>
/// <param name="Channel">The channel's name.</param>
/// <param name="Epoch">The numbering; the same in every file of a channel.</param>
/// <param name="First">The number of the file's first record.</param>
internal sealed record SegmentHeader(int Format, string Channel, string Epoch, long First)
{
    public const int CurrentFormat = 1;

    public static SegmentHeader Of(ChannelId channel, string epoch, long first) =>
        new(CurrentFormat, channel.ToString(), epoch, first);

    public byte[] ToLine() => Frame.Of(JsonSerializer.SerializeToUtf8Bytes(this, StorageJson.Default.SegmentHeader));

    /// <returns>Null when the line is not a whole header.</returns>
    public static SegmentHeader? Parse(ReadOnlySpan<byte> line)
    {
        if (!Frame.TryOpen(line, out var json))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(json, StorageJson.Default.SegmentHeader);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The JSON that storage writes of its own.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SegmentHeader))]
[JsonSerializable(typeof(SnapshotHeader))]
internal sealed partial class StorageJson : JsonSerializerContext;
