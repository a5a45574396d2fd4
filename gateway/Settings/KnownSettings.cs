using System.ComponentModel.DataAnnotations;

namespace OrleansContest.Gateway.Settings;

/// <summary>Every section of ours and the options it fills, so that a misspelt key stops the start instead of being ignored.</summary>
internal sealed class KnownSettings(IConfiguration configuration)
{
    private readonly Dictionary<string, Type> sections = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes a section known, and reads it.</summary>
    /// <exception cref="StartException">A value is not of its type or out of its range.</exception>
    public TOptions Read<TOptions>(string section)
        where TOptions : class, new()
    {
        sections.Add(section, typeof(TOptions));
        var options = Bind<TOptions>(section);
        var faults = new List<ValidationResult>();
        if (!Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true))
        {
            throw new StartException(string.Join(Environment.NewLine, faults.Select(fault => Describe(section, fault))));
        }

        return options;
    }

    /// <exception cref="StartException">A key under one of the sections is none of theirs.</exception>
    public void RefuseUnknownKeys()
    {
        var unknown = sections.SelectMany(section => UnknownKeys(section.Key, section.Value)).ToList();
        if (unknown.Count > 0)
        {
            throw new StartException(string.Join(Environment.NewLine, unknown));
        }
    }

    private TOptions Bind<TOptions>(string section)
        where TOptions : class, new()
    {
        try
        {
            var options = configuration.GetSection(section).Get<TOptions>() ?? new TOptions();
            ReadLists(options, configuration.GetSection(section));
            return options;
        }
        catch (InvalidOperationException fault)
        {
            throw new StartException($"{fault.Message} Correct or remove that setting.");
        }
    }

    /// <summary>A list may be written as one value with commas, as an environment variable wants it.</summary>
    private static void ReadLists<TOptions>(TOptions options, IConfigurationSection section)
    {
        foreach (var list in typeof(TOptions).GetProperties().Where(property => property.PropertyType == typeof(string[])))
        {
            if (section[list.Name] is { Length: > 0 } text)
            {
                list.SetValue(options, text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            }
        }
    }

    private IEnumerable<string> UnknownKeys(string section, Type options)
    {
        var names = options.GetProperties().Where(property => property.CanWrite).Select(property => property.Name).ToList();
        return configuration.GetSection(section).GetChildren()
            .Where(child => !names.Contains(child.Key, StringComparer.OrdinalIgnoreCase) && !IsSection(child.Path))
            .Select(child => $"{child.Path} is not a setting. {section} has: {string.Join(", ", names.Order())}. Correct or remove it.");
    }

    private bool IsSection(string path) =>
        sections.Keys.Any(known => known.Equals(path, StringComparison.OrdinalIgnoreCase)
            || known.StartsWith(path + ':', StringComparison.OrdinalIgnoreCase));

    private static string Describe(string section, ValidationResult fault)
    {
        var key = fault.MemberNames.FirstOrDefault() is { } member ? $"{section}:{member}" : section;
        return $"{key}: {fault.ErrorMessage?.TrimEnd('.')}. Correct or remove that setting.";
    }
}
