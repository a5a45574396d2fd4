namespace OrleansContest.Contests;

/// <summary>What contests tell apart: telegraphy, voice, and everything a machine decodes.</summary>
public enum ModeClass
{
    Cw,
    Phone,
    Digital,
}
