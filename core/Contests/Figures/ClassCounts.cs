using System.Text.Json;

namespace OrleansContest.Contests.Figures;

/// <summary>Contacts by mode class.</summary>
internal struct ClassCounts
{
    public int Cw { get; private set; }

    public int Phone { get; private set; }

    public int Digital { get; private set; }

    public void Change(ModeClass modeClass, int change)
    {
        switch (modeClass)
        {
            case ModeClass.Cw:
                Cw += change;
                break;
            case ModeClass.Phone:
                Phone += change;
                break;
            default:
                Digital += change;
                break;
        }
    }

    public readonly void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteNumber("cwContacts"u8, Cw);
        writer.WriteNumber("ssbContacts"u8, Phone);
        writer.WriteNumber("ftxContacts"u8, Digital);
    }
}
