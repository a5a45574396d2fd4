namespace OrleansContest.Contests.Formats;

/// <summary>Cuts a file into lines: LF, CR LF or CR, each line at most 64 KiB.</summary>
internal sealed class CabrilloLines(ByteWindow window)
{
    private bool tooLong;
    private int number = 1;

    /// <returns>Whether the window holds a whole line.</returns>
    internal bool TryNext(out CabrilloLine line)
    {
        line = default;
        if (!TryLine(out var text))
        {
            PassOver();
            return false;
        }

        line = tooLong ? new CabrilloLine(number, "", "", TooLong: true) : CabrilloLine.Of(number, text);
        (tooLong, number) = (false, window.Line);
        return true;
    }

    /// <summary>Lets go of a line that has become too long. Its last byte stays: it may be the first of a line break.</summary>
    private void PassOver()
    {
        if (window.Unread.Length > ByteWindow.MaxRecord)
        {
            tooLong = true;
            window.Consume(window.Unread.Length - 1);
        }
    }

    private bool TryLine(out string text)
    {
        var unread = window.Unread;
        var end = unread.IndexOfAny((byte)'\r', (byte)'\n');
        if (end < 0 && window.Ended)
        {
            end = unread.Length;
        }

        // A CR at the edge may have its LF still to come.
        if (end < 0 || (end == unread.Length && end == 0) || (end == unread.Length - 1 && unread[end] == '\r' && !window.Ended))
        {
            text = "";
            return false;
        }

        var breakLength = end == unread.Length ? 0 : unread[end..].StartsWith("\r\n"u8) ? 2 : 1;
        tooLong |= end > ByteWindow.MaxRecord;
        text = tooLong ? "" : LogText.Decode(unread[..end]);
        window.Consume(end + breakLength);
        return true;
    }
}
