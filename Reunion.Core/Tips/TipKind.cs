namespace Reunion.Core.Tips;

/// <summary>What kind of thing somebody saw.</summary>
public enum TipKind
{
    /// <summary>The child was seen.</summary>
    Sighting,

    /// <summary>A vehicle was seen.</summary>
    Vehicle,

    /// <summary>A hotel registered a matching guest.</summary>
    HotelCheckIn,

    /// <summary>A driver carried a matching passenger.</summary>
    Ride,

    /// <summary>A matching traveller bought a ticket.</summary>
    Ticket,

    /// <summary>Anything else.</summary>
    Other,
}
