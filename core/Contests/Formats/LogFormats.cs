using System.Text.RegularExpressions;
using OrleansContest.Channels;

namespace OrleansContest.Contests.Formats;

/// <summary>Tells log files apart by what is in them. Names and suffixes do not count.</summary>
public static partial class LogFormats
{
    /// <summary>Code of the refusal of a file that is no log.</summary>
    public const string UnknownFormat = "UnknownLogFormat";

    private const int FirstLook = 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads the beginning of <paramref name="stream"/> and chooses the reader for the rest.</summary>
    /// <returns>A reader, or a refusal that says what the file looks like instead.</returns>
    public static async Task<Outcome<ILogReader>> OpenAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        var window = new ByteWindow(stream);
        var format = await DetectAsync(window, cancellationToken);
        window.Drop(MarkLength(window.Unread));
        return format switch
        {
            LogFormat.Adif => new Outcome<ILogReader>(new AdifReader(window), null),
            LogFormat.Cabrillo => new Outcome<ILogReader>(new CabrilloReader(window), null),
            _ => Refuse(window.Unread),
        };
    }

    /// <summary>What a file is that begins so.</summary>
    /// <returns>Null while that cannot be told.</returns>
    public static LogFormat? Detect(ReadOnlySpan<byte> beginning)
    {
        var text = LogText.Decode(beginning[MarkLength(beginning)..]);
        return CabrilloStart().IsMatch(text) ? LogFormat.Cabrillo
            : AdifTag().IsMatch(text) ? LogFormat.Adif
            : CabrilloLine().IsMatch(text) ? LogFormat.Cabrillo
            : null;
    }

    private static async Task<LogFormat?> DetectAsync(ByteWindow window, CancellationToken cancellationToken)
    {
        LogFormat? format = null;
        for (var enough = FirstLook; format is null && !window.Ended && enough <= ByteWindow.MaxRecord; enough *= 2)
        {
            while (window.Unread.Length < enough && !window.Ended)
            {
                await window.FillAsync(cancellationToken);
            }

            format = Detect(window.Unread);
        }

        return format;
    }

    private static int MarkLength(ReadOnlySpan<byte> beginning) => beginning.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;

    private static Outcome<ILogReader> Refuse(ReadOnlySpan<byte> beginning) => new Refusal(UnknownFormat, beginning switch
    {
        [] => "The file is empty.",
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => "The file is UTF-16; a log is read as UTF-8 or ASCII text.",
        [(byte)'P', (byte)'K', ..] or [0x1F, 0x8B, ..] => "The file is compressed; unpack it first.",
        [(byte)'<', (byte)'?', ..] => "The file is XML; of ADIF only the tagged text format (.adi) is read.",
        _ => "The file is neither ADIF (tags such as <CALL:4>) nor Cabrillo (START-OF-LOG: and QSO: lines).",
    });

    [GeneratedRegex(@"\A\s*START-OF-LOG:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CabrilloStart();

    [GeneratedRegex(@"<(eoh|[a-z][a-z0-9_]{1,63}:[0-9]{1,9}(:[a-z])?)>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AdifTag();

    [GeneratedRegex(@"^[ \t]*(X-)?QSO:", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex CabrilloLine();
}
