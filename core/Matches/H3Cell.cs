using System.Globalization;
using System.Numerics;

namespace OrleansContest.Matches;

/// <summary>One cell of the H3 grid, by its index. Always a valid one, but for <c>default</c>.</summary>
/// <remarks>
/// The index has, from its highest bit: 1 reserved bit (0), 4 bits of mode (1: a cell), 3 reserved bits (0), 4 bits of
/// resolution (0–15), 7 bits of base cell (0–121), and 15 digits of 3 bits, the coarsest first: 0–6 down to the resolution, 7 beyond it.
/// The twelve pentagons have no first child but the centre that lies along digit 1. Source: the H3 specification, «H3Index bit layout».
/// </remarks>
public readonly record struct H3Cell
{
    public const int MaxResolution = 15;

    private const int ModeShift = 59;
    private const int ReservedShift = 56;
    private const int ResolutionShift = 52;
    private const int BaseCellShift = 45;
    private const int BaseCells = 122;
    private const ulong AllDigits = (1UL << BaseCellShift) - 1;
    private const ulong CellMode = 1;
    private const int DeletedDigit = 1;

    /// <summary>Base cells 4, 14, 24, 38, 49, 58, 63, 72, 83, 97, 107 and 117.</summary>
    private static readonly UInt128 pentagons = new[] { 4, 14, 24, 38, 49, 58, 63, 72, 83, 97, 107, 117 }
        .Aggregate(UInt128.Zero, (bits, cell) => bits | (UInt128.One << cell));

    private H3Cell(ulong index) => Index = index;

    public ulong Index { get; }

    /// <summary>0 (the largest cells) to 15.</summary>
    public int Resolution => (int)(Index >> ResolutionShift) & 0xF;

    private int BaseCell => (int)(Index >> BaseCellShift) & 0x7F;

    /// <summary>Whether it is the index of a cell.</summary>
    public static bool IsValid(ulong index)
    {
        var cell = new H3Cell(index);
        return index >> ModeShift == CellMode
            && ((index >> ReservedShift) & 7) == 0
            && cell.BaseCell < BaseCells
            && cell.HasValidDigits();
    }

    /// <summary>Reads an index in hexadecimal digits, such as <c>8928308280fffff</c>.</summary>
    /// <returns>False when it is not the index of a cell.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out H3Cell cell)
    {
        var isCell = text.Length is > 0 and <= 16
            & ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var index)
            && IsValid(index);
        cell = isCell ? new H3Cell(index) : default;
        return isCell;
    }

    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is not the index of a cell.</exception>
    public static H3Cell FromIndex(ulong index) =>
        IsValid(index) ? new H3Cell(index) : throw new ArgumentOutOfRangeException(nameof(index), index, "It is not the index of an H3 cell.");

    /// <summary>The cell of a coarser resolution that this one lies in, by its index.</summary>
    /// <param name="resolution">0 to this cell's own.</param>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is finer than the cell's, or negative.</exception>
    public H3Cell Parent(int resolution)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(resolution);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(resolution, Resolution);
        var index = Index & ~(0xFUL << ResolutionShift);
        return new H3Cell(index | ((ulong)resolution << ResolutionShift) | UnusedDigits(resolution));
    }

    /// <summary>As the world writes it: lower-case hexadecimal, without leading zeros.</summary>
    public override string ToString() => Index.ToString("x", CultureInfo.InvariantCulture);

    private bool HasValidDigits()
    {
        var unused = UnusedDigits(Resolution);
        if ((Index & unused) != unused)
        {
            return false;
        }

        for (var resolution = 1; resolution <= Resolution; resolution++)
        {
            if (Digit(resolution) == 7)
            {
                return false;
            }
        }

        return (pentagons >> BaseCell & 1) == 0 || FirstDigit(unused) != DeletedDigit;
    }

    /// <summary>The first digit that is not 0, or 0.</summary>
    private int FirstDigit(ulong unused)
    {
        var digits = Index & AllDigits & ~unused;
        return digits == 0 ? 0 : Digit(MaxResolution - (BitOperations.Log2(digits) / 3));
    }

    private int Digit(int resolution) => (int)(Index >> (3 * (MaxResolution - resolution))) & 7;

    private static ulong UnusedDigits(int resolution) => (1UL << (3 * (MaxResolution - resolution))) - 1;
}
