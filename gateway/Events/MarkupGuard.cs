namespace OrleansContest.Gateway.Events;

/// <summary>Passes text on to a parser as long as it is small: as a whole, and from each <c>&lt;</c> to the next.</summary>
/// <remarks>
/// A parser reads a tag with all its attributes before anybody can look at it. Between two <c>&lt;</c> stand one tag and one
/// text, so this bounds what it must hold, whatever they are made of.
/// </remarks>
internal sealed class MarkupGuard(TextReader inner) : TextReader
{
    /// <summary>Characters of a whole export. No more than its bytes.</summary>
    public const int MaxCharacters = 10 << 20;

    /// <summary>Characters of a tag and the text after it.</summary>
    public const int MaxPiece = 256 << 10;

    private int characters;
    private int piece;
    private int line = 1;

    public override int Read() => throw new NotSupportedException("It is read by blocks.");

    public override int Peek() => throw new NotSupportedException("It is read by blocks.");

    public override int Read(char[] buffer, int index, int count) => Check(buffer.AsSpan(index, inner.Read(buffer, index, count)));

    public override async Task<int> ReadAsync(char[] buffer, int index, int count) =>
        await ReadAsync(buffer.AsMemory(index, count), CancellationToken.None);

    public override async ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        return Check(buffer.Span[..read]);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Check(ReadOnlySpan<char> text)
    {
        characters += text.Length;
        if (characters > MaxCharacters)
        {
            throw new ExportFormatException(line, $"An export has at most {MaxCharacters} characters.");
        }

        foreach (var character in text)
        {
            piece = character == '<' ? 0 : piece + 1;
            line += character == '\n' ? 1 : 0;
            if (piece > MaxPiece)
            {
                throw new ExportFormatException(line, $"A tag and the text after it have at most {MaxPiece} characters.");
            }
        }

        return text.Length;
    }
}
