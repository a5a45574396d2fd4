using System.Collections.Concurrent;
using OrleansContest.Channels;
using OrleansContest.Pileups;

namespace OrleansContest.Gateway.Pileups;

/// <summary>The pileups, each of the size that the settings give it.</summary>
internal sealed class PileupDirectory(IChannels channels, PileupOptions options)
{
    public const string Default = "default";

    private readonly ConcurrentDictionary<string, bool> sized = new(StringComparer.Ordinal);

    /// <summary>The pileup that a request names; null when that is no id.</summary>
    public static string? IdOf(HttpRequest request) =>
        request.Query["pileup"] is [{ Length: > 0 } id, ..] ? (ChannelId.IsValidId(id) ? id : null) : Default;

    public IPileup Get(string id) => channels.Get<IPileup>(id);

    /// <summary>The pileup, of the size that is set. Nothing is written for one that no operator has opened: its name is anybody's idea.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="byOperator">Whether the operator asks.</param>
    public async Task<IPileup> GetSizedAsync(string id, bool byOperator)
    {
        var pileup = Get(id);
        if (!sized.ContainsKey(id) && await pileup.View() is var view && (byOperator || view.Status.Active))
        {
            var size = options.SizeOf(id);
            if (view.MaxSize == size || !(await pileup.Resize(size)).IsRefused())
            {
                sized.TryAdd(id, true);
            }
        }

        return pileup;
    }
}
